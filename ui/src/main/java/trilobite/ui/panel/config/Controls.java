// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Makes the control of a field.
final class Controls {
  private Controls() {}

  /// @param changed called with the new text when a person changes it
  static Control of(FieldSpec field, Consumer<String> changed) {
    return switch (field.kind()) {
      case TEXT -> text(new TextField(), field, changed);
      case LONG_TEXT -> text(area(2), field, changed);
      case LINES -> text(area(3), field, changed);
      case CHOICE -> choice(field, changed);
      case COMBO -> combo(field, changed);
      case NUMBER -> new Stepper(field.label(), field.options(), changed).control();
      case MEMORY -> new MemoryControl(field.label(), changed).control();
      case FLAG -> flag(field, changed);
    };
  }

  private static TextArea area(int rows) {
    var area = new TextArea();
    area.setPrefRowCount(rows);
    area.setWrapText(true);
    return area;
  }

  private static Control text(TextInputControl input, FieldSpec field, Consumer<String> changed) {
    input.getStyleClass().add("config-code");
    input.setAccessibleText(field.label());
    return guarded(input, changed);
  }

  /// An input that tells what a person typed, and not what the form put in.
  static Control guarded(TextInputControl input, Consumer<String> changed) {
    var showing = new boolean[1];
    input
        .textProperty()
        .addListener(
            (o, was, now) -> {
              if (!showing[0]) {
                changed.accept(now);
              }
            });
    return new Control(
        input,
        value -> {
          if (!value.equals(input.getText())) {
            showing[0] = true;
            input.setText(value);
            showing[0] = false;
          }
        });
  }

  private static Control choice(FieldSpec field, Consumer<String> changed) {
    var group = new ToggleGroup();
    var row = new HBox();
    row.getStyleClass().add("tri-segment");
    row.setMaxWidth(Region.USE_PREF_SIZE);
    row.setAccessibleText(field.label());
    field.options().forEach(option -> row.getChildren().add(segment(option, group, changed)));
    return new Control(
        row,
        value -> {
          // A value that the form does not offer is shown all the same, never hidden or replaced.
          if (!value.isEmpty()
              && row.getChildren().stream().noneMatch(n -> value.equals(n.getUserData()))) {
            row.getChildren().add(segment(value, group, changed));
          }
          row.getChildren().stream()
              .map(ToggleButton.class::cast)
              .forEach(b -> b.setSelected(value.equals(b.getUserData())));
        });
  }

  private static ToggleButton segment(String option, ToggleGroup group, Consumer<String> changed) {
    var button = new ToggleButton(option);
    // A value such as x86_64 is no mnemonic.
    button.setMnemonicParsing(false);
    button.setUserData(option);
    button.setToggleGroup(group);
    button.setOnAction(
        e -> {
          button.setSelected(true);
          changed.accept(option);
        });
    return button;
  }

  private static Control combo(FieldSpec field, Consumer<String> changed) {
    var box = new ComboBox<String>();
    box.getItems().setAll(field.options());
    box.setEditable(true);
    box.setAccessibleText(field.label());
    var inner = guarded(box.getEditor(), changed);
    return new Control(box, inner.show());
  }

  private static Control flag(FieldSpec field, Consumer<String> changed) {
    var box = new CheckBox(field.options().getFirst());
    box.setWrapText(true);
    box.setAccessibleText(field.label());
    box.setOnAction(e -> changed.accept(Boolean.toString(box.isSelected())));
    return new Control(box, value -> box.setSelected(Boolean.parseBoolean(value)));
  }
}
