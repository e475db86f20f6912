// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import trilobite.model.guest.Views;
import trilobite.model.table.TableText;

/// The panel's keys: copy, export, filter, choose none.
final class PacketKeys {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination JSON =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination EXPORT =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private PacketKeys() {}

  static void press(KeyEvent event, PacketsView view, PacketActions actions) {
    var columns = Views.PACKETS.table().columns();
    if (FIND.match(event)) {
      view.focusFilter();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      view.leave();
    } else if (EXPORT.match(event)) {
      actions.export();
    } else if (COPY.match(event) && !view.chosen().isEmpty()) {
      copy(TableText.tsv(columns, view.chosen()));
      view.copied("tab-separated");
    } else if (JSON.match(event) && !view.chosen().isEmpty()) {
      copy(TableText.json(columns, view.chosen()));
      view.copied("JSON");
    } else {
      return;
    }
    event.consume();
  }

  private static void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
  }
}
