// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

/// A line of the palette.
///
/// @param id what it stands for, whatever its words are now
/// @param title what is matched first
/// @param detail beside the title, smaller; matched as well
/// @param keys its shortcut, empty for none
/// @param also other names of it; one of them typed finds it, and stands beside the title then
/// @param usable false where it makes no sense now
public record Item(
    String id,
    String icon,
    String title,
    String detail,
    String keys,
    String also,
    boolean usable,
    Runnable run) {

  /// A line that has no other names.
  public Item(
      String id,
      String icon,
      String title,
      String detail,
      String keys,
      boolean usable,
      Runnable run) {
    this(id, icon, title, detail, keys, "", usable, run);
  }
}
