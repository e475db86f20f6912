// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

/// A line of the palette.
///
/// @param title what is matched first
/// @param detail beside the title, smaller; matched as well
/// @param keys its shortcut, empty for none
/// @param usable false where it makes no sense now
public record Item(
    String icon, String title, String detail, String keys, boolean usable, Runnable run) {}
