// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// The panel's keys: copy, export, select all, filter, choose none.
final class PacketKeys {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination JSON =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination EXPORT =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination SOME =
      new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination ALL =
      new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination FIND =
      new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

  private PacketKeys() {}

  static void press(
      KeyEvent event,
      PacketsView view,
      PacketChoice choice,
      PacketActions actions,
      PacketCopy copy) {
    if (FIND.match(event)) {
      view.focusFilter();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      view.leave();
    } else if (EXPORT.match(event)) {
      actions.export(Selected.ALL);
    } else if (SOME.match(event)) {
      actions.export(choice.selected());
    } else if (ALL.match(event) && event.getTarget() instanceof PacketSheet) {
      choice.all();
    } else if (COPY.match(event) && !choice.selected().isEmpty()) {
      copy.tsv(choice.selected());
    } else if (JSON.match(event) && !choice.selected().isEmpty()) {
      copy.json(choice.selected());
    } else {
      return;
    }
    event.consume();
  }
}
