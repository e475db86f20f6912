// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/// Asks for a name below the panel's header, and shows there what is wrong with it.
final class NameBar extends VBox {

  private final Label title = new Label();
  private final TextField field = new TextField();
  private final Label trouble = new Label();
  private Consumer<String> accept = _ -> {};

  /// @param leave called when the question is over
  NameBar(Runnable leave) {
    getStyleClass().add("tree-name");
    field.setId("tree-name");
    title.getStyleClass().add("tri-small");
    title.setLabelFor(field);
    trouble.getStyleClass().add("tree-name-trouble");
    trouble.setWrapText(true);
    getChildren().addAll(title, field, trouble);
    field.setOnAction(
        _ -> {
          if (field.getText().isBlank()) {
            fail("Type a name, or press Escape.");
          } else {
            accept.accept(field.getText().strip());
          }
        });
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        press -> {
          if (press.getCode() == KeyCode.ESCAPE) {
            press.consume();
            leave.run();
          }
        });
    field.textProperty().addListener(_ -> fail(""));
    fail("");
  }

  /// @param selected how many characters of `initial` the first key replaces
  void ask(String question, String initial, int selected, Consumer<String> then) {
    title.setText(question);
    field.setAccessibleText(question);
    field.setText(initial);
    accept = then;
    fail("");
    field.requestFocus();
    field.selectRange(0, selected);
  }

  void fail(String why) {
    trouble.setText(why);
    trouble.setVisible(!why.isEmpty());
    trouble.setManaged(!why.isEmpty());
  }
}
