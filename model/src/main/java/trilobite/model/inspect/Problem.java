// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

/// Why an expression has no value.
///
/// @param column where in its text, from 0
/// @param why fit for people; names the nearest known names where one is not known
public record Problem(int column, String why) {}
