// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import trilobite.ui.control.Icons;

/// A strip below the lines that says what went wrong with them while they stay, and offers one
/// thing to do about it.
final class NoteStrip extends HBox {

  private final Label words = new Label();
  private final Button action = new Button();
  private Optional<Note> shown = Optional.empty();

  /// @param action words of a button; empty for none
  record Note(String text, String action) {
    static Note of(String text) {
      return new Note(text, "");
    }
  }

  /// @param act called with the words of the button that was pressed
  NoteStrip(Consumer<String> act) {
    getStyleClass().add("console-note");
    setAccessibleRole(AccessibleRole.TEXT);
    words.setWrapText(true);
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, Priority.ALWAYS);
    action.getStyleClass().add("tri-inline");
    action.setMinWidth(USE_PREF_SIZE);
    action.setOnAction(_ -> act.accept(action.getText()));
    getChildren().addAll(Icons.of("ci-misuse", "tri-bad"), words, action);
    arrange();
  }

  void show(Optional<Note> note) {
    if (!note.equals(shown)) {
      shown = note;
      arrange();
    }
  }

  private void arrange() {
    setVisible(shown.isPresent());
    setManaged(shown.isPresent());
    words.setText(shown.map(Note::text).orElse(""));
    setAccessibleText(words.getText());
    action.setText(shown.map(Note::action).orElse(""));
    action.setVisible(!action.getText().isEmpty());
    action.setManaged(!action.getText().isEmpty());
  }
}
