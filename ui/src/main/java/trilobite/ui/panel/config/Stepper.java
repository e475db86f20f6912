// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;

/// A number with its unit and − and + beside it. Takes any text: what is wrong is said below the
/// field, never typed over.
final class Stepper {
  private static final int MOST = 1024;

  private final TextField field = new TextField();
  private final HBox row = new HBox();
  private final Control inner;

  Stepper(String label, List<String> unit, Consumer<String> changed) {
    field.setAccessibleText(label);
    field.setPrefColumnCount(5);
    field.getStyleClass().add("config-code");
    inner = Controls.guarded(field, changed);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("config-stepper");
    row.getChildren().add(field);
    unit.forEach(u -> row.getChildren().add(new Label(u)));
    row.getChildren().addAll(step("−", "less", -1), step("+", "more", 1));
  }

  private Button step(String sign, String word, int by) {
    var button = new Button(sign);
    button.setAccessibleText(field.getAccessibleText() + ": one " + word);
    button.setOnAction(
        e -> {
          var text = field.getText().strip();
          int now = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
          field.setText(Integer.toString(Math.clamp((long) now + by, 1, MOST)));
        });
    return button;
  }

  Control control() {
    return new Control(row, inner.show());
  }
}
