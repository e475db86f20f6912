// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

/// A toolchain that the files of a folder speak for.
///
/// @param toolchain name of its descriptor
/// @param title for people
/// @param why what in the folder speaks for it
public record FolderKind(String toolchain, String title, String why) {}
