// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.util.regex.Pattern;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Asks for `line` or `line:column` and goes there.
final class GoToLineBar implements EditorComponent {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?::(\\d{1,9}))?");

  private final TextField field = new TextField();
  private final HBox bar = new HBox(6, new Label("Go to line"), field);

  @Override
  public void install(EditorFrame frame) {
    bar.getStyleClass().add("find-bar");
    bar.setAlignment(Pos.CENTER_LEFT);
    field.setPromptText("line:column");
    field.setAccessibleText("Line, or line:column");
    field.setPrefColumnCount(10);
    field.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(frame, e));
  }

  void open(EditorFrame frame) {
    field.clear();
    frame.show(bar);
    field.requestFocus();
  }

  private void key(EditorFrame frame, KeyEvent e) {
    if (e.getCode() == KeyCode.ENTER) {
      var match = FORM.matcher(field.getText().strip());
      if (match.matches()) {
        int column = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
        close(frame);
        Caret.place(frame.area(), Integer.parseInt(match.group(1)), column);
      }
      e.consume();
    } else if (e.getCode() == KeyCode.ESCAPE) {
      close(frame);
      e.consume();
    }
  }

  private void close(EditorFrame frame) {
    frame.hide(bar);
    frame.area().requestFocus();
  }

  @Override
  public void uninstall() {}
}
