// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

/// A disk of a target.
///
/// @param file relative to the project folder, or absolute
/// @param snapshot writes go to a throw-away layer
/// @param boot the machine boots from it
public record Drive(String file, String format, boolean readonly, boolean snapshot, boolean boot) {}
