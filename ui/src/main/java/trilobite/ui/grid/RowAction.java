// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

/// An entry of the menu that a right click on a row, or the menu key, opens.
///
/// @param icon Ikonli code
public record RowAction(String icon, String words, Runnable run) {}
