// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/// Keys of the column as a whole: Ctrl E exports, Ctrl C copies rows, with Shift as JSON.
final class VitalsKeys {

  private VitalsKeys() {}

  static void install(Node column, VitalsActions actions, Runnable chooseExport) {
    var keys = new LinkedHashMap<KeyCombination, Runnable>();
    keys.put(new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN), chooseExport);
    keys.put(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN), actions::copyTable);
    keys.put(
        new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
        actions::copyJson);
    column.addEventHandler(KeyEvent.KEY_PRESSED, event -> pressed(keys, event));
  }

  private static void pressed(Map<KeyCombination, Runnable> keys, KeyEvent event) {
    keys.forEach(
        (combination, action) -> {
          if (combination.match(event)) {
            action.run();
            event.consume();
          }
        });
  }
}
