// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.fxmisc.wellbehaved.event.EventPattern;
import org.fxmisc.wellbehaved.event.InputMap;
import org.fxmisc.wellbehaved.event.Nodes;

/// Keys of the text itself: save, find, replace, go to line, indent, comment. Undo, redo, copy and
/// paste are RichTextFX's own.
final class EditorKeys implements EditorComponent {
  private final FileEditor editor;

  EditorKeys(FileEditor editor) {
    this.editor = editor;
  }

  @Override
  public void install(EditorFrame frame) {
    var area = frame.area();
    Nodes.addInputMap(
        area,
        InputMap.sequence(
            on(KeyCode.S, editor::save),
            on(KeyCode.F, editor::find),
            on(KeyCode.H, editor::replace),
            on(KeyCode.G, editor::goToLine),
            InputMap.consume(EventPattern.keyPressed(KeyCode.TAB), e -> Indent.right(area)),
            InputMap.consume(
                EventPattern.keyPressed(KeyCode.TAB, KeyCombination.SHIFT_DOWN),
                e -> Indent.left(area)),
            InputMap.consume(EventPattern.keyPressed(KeyCode.ENTER), e -> Indent.newLine(area))));
  }

  private static InputMap<KeyEvent> on(KeyCode key, Runnable run) {
    return InputMap.consume(
        EventPattern.keyPressed(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN)),
        e -> run.run());
  }

  @Override
  public void uninstall() {}
}
