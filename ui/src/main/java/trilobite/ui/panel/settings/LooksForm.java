// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import java.util.Locale;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Theme;

/// Theme, scale and motion.
final class LooksForm extends VBox {

  private static final double STEP = 0.05;

  LooksForm(Look look) {
    getStyleClass().add("settings-form");
    var motion = new CheckBox("Reduce motion: no fades, nothing turns");
    motion.setId("setting-motion");
    motion.selectedProperty().bindBidirectional(look.reduceMotion());
    var contrast = new CheckBox("Higher contrast: stronger borders of controls");
    contrast.setId("setting-contrast");
    contrast.selectedProperty().bindBidirectional(look.highContrast());
    getChildren()
        .addAll(
            row("Theme", themes(look)),
            row("Size of everything", scale(look)),
            row("", motion),
            row("", contrast),
            row("Colours of series", new PalettePreview(look.theme())));
  }

  private static HBox themes(Look look) {
    var group = new ToggleGroup();
    var segment = new HBox();
    segment.getStyleClass().add("tri-segment");
    for (var choice : Look.Choice.values()) {
      var button = new ToggleButton(word(choice));
      button.setId("theme-" + id(choice));
      button.setToggleGroup(group);
      // The palette sets it as well. Pressed again, the chosen one stays chosen.
      look.choice().subscribe(now -> button.setSelected(now == choice));
      button.setOnAction(
          _ -> {
            button.setSelected(true);
            look.choice().set(choice);
          });
      segment.getChildren().add(button);
    }
    return segment;
  }

  static String id(Look.Choice choice) {
    return choice.name().toLowerCase(Locale.ROOT);
  }

  static String word(Look.Choice choice) {
    return switch (choice) {
      case DARK -> "Dark";
      case LIGHT -> "Light";
      case SYSTEM -> "As the system";
    };
  }

  /// The scale is set when the thumb is let go: what is dragged must not move under the pointer.
  private static HBox scale(Look look) {
    var slider = new Slider(Theme.MIN_SCALE, Theme.MAX_SCALE, look.scale().get());
    slider.setId("setting-scale");
    slider.setAccessibleText("UI scale");
    slider.setBlockIncrement(STEP);
    slider.setPrefWidth(260);
    var shown = new Label(percent(look.scale().get()));
    shown.getStyleClass().add("tri-mono");
    slider
        .valueProperty()
        .addListener(
            (_, _, now) -> {
              double snapped = Math.rint(now.doubleValue() / STEP) * STEP;
              shown.setText(percent(snapped));
              if (!slider.isValueChanging()) {
                look.scale().set(snapped);
              }
            });
    slider
        .valueChangingProperty()
        .addListener(
            (_, _, changing) -> {
              if (!changing) {
                look.scale().set(Math.rint(slider.getValue() / STEP) * STEP);
              }
            });
    look.scale().addListener((_, _, now) -> slider.setValue(now.doubleValue()));
    var box = new HBox(slider, shown);
    box.getStyleClass().add("tri-form-row");
    return box;
  }

  private static String percent(double scale) {
    return Math.round(scale * 100) + " %";
  }

  static HBox row(String name, javafx.scene.Node control) {
    var label = new Label(name);
    label.getStyleClass().add("tri-form-name");
    label.setLabelFor(control);
    var row = new HBox(label, control);
    row.getStyleClass().add("tri-form-row");
    return row;
  }
}
