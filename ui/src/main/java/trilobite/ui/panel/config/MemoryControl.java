// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import trilobite.model.project.MemorySize;

/// Memory as text and as a slider over powers of two from 1 MiB to 16 GiB.
final class MemoryControl {
  private static final int FIRST = 20;
  private static final int LAST = 34;

  private final TextField field = new TextField();
  private final Slider slider = new Slider(FIRST, LAST, FIRST);
  private final HBox row = new HBox(8);
  private final Control inner;
  private boolean following;

  MemoryControl(String label, Consumer<String> changed) {
    field.setAccessibleText(label);
    field.setPrefColumnCount(7);
    field.getStyleClass().add("config-code");
    slider.setAccessibleText(label + ", powers of two");
    slider.setMajorTickUnit(1);
    slider.setMinorTickCount(0);
    slider.setSnapToTicks(true);
    slider.setBlockIncrement(1);
    HBox.setHgrow(slider, Priority.ALWAYS);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getChildren().addAll(field, slider);
    inner = Controls.guarded(field, changed);
    field.textProperty().addListener((o, was, now) -> follow(now));
    slider
        .valueProperty()
        .addListener(
            (o, was, now) -> {
              if (!following) {
                field.setText(new MemorySize(1L << Math.round(now.doubleValue())).qemu());
              }
            });
  }

  private void follow(String text) {
    MemorySize.parse(text)
        .filter(m -> m.bytes() > 0)
        .ifPresent(
            m -> {
              following = true;
              slider.setValue(Math.clamp(Math.log((double) m.bytes()) / Math.log(2), FIRST, LAST));
              following = false;
            });
  }

  Control control() {
    return new Control(row, inner.show());
  }
}
