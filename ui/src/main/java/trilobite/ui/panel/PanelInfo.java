// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

/// What the shell needs to know of a panel before it is opened.
///
/// @param id stable name, such as `console`; the key of its layout and settings
/// @param title on its tab
/// @param icon Ikonli code, such as `ci-terminal`
/// @param order among the panels of its place, ascending
/// @param shortcut as JavaFX reads key combinations, such as `Alt+1`; empty for none
/// @param also other names by which people look for it, such as `netstat, ss`; empty for none
public record PanelInfo(
    String id, String title, String icon, Place place, int order, String shortcut, String also) {

  /// A panel that has no other names.
  public PanelInfo(String id, String title, String icon, Place place, int order, String shortcut) {
    this(id, title, icon, place, order, shortcut, "");
  }
}
