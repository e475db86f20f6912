// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.List;
import trilobite.ui.panel.Desk;

/// An entry of the menu that a right click on a row, or the menu key, opens.
///
/// @param icon Ikonli code
public record RowAction(String icon, String words, Runnable run) {

  private static final String BYTES = "bytes";

  /// To the bytes of what a row was read from; none where there is no panel for them.
  public static List<RowAction> bytes(Desk desk, long address) {
    return desk.offers(BYTES) && address != 0
        ? List.of(
            new RowAction(
                "ci-string-text",
                "Show its bytes",
                () -> desk.reveal(BYTES, "0x" + Long.toHexString(address))))
        : List.of();
  }
}
