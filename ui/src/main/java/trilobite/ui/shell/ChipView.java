// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Locale;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import trilobite.ui.control.Tip;

/// Draws the state chip.
final class ChipView extends HBox {

  private final Region shape = new Region();
  private final Label word = new Label();
  private final Label details = new Label();
  private final RotateTransition turning = new RotateTransition(Duration.seconds(1.2), shape);
  private final BooleanProperty detailed = new SimpleBooleanProperty(true);
  private final BooleanProperty still = new SimpleBooleanProperty(false);
  private Chip shown = new Chip(Chip.Shape.RING, "", Chip.Tone.QUIET, List.of(), "");

  ChipView() {
    getStyleClass().add("tri-chip");
    shape.getStyleClass().add("tri-chip-shape");
    word.getStyleClass().add("tri-chip-word");
    // The state is never cut: all else of the bar gives way.
    word.setMinWidth(USE_PREF_SIZE);
    details.getStyleClass().add("tri-chip-details");
    setAccessibleRole(AccessibleRole.TEXT);
    setId("state-chip");
    turning.setByAngle(360);
    turning.setInterpolator(Interpolator.LINEAR);
    turning.setCycleCount(Animation.INDEFINITE);
    // What takes a moment only needs no sign of going on, which would cost it frames.
    turning.setDelay(Duration.millis(400));
    details.visibleProperty().bind(detailed.and(details.textProperty().isNotEmpty()));
    details.managedProperty().bind(details.visibleProperty());
    getChildren().addAll(shape, word, details);
  }

  /// False hides all but shape and word.
  BooleanProperty detailed() {
    return detailed;
  }

  /// True keeps the shapes from turning.
  BooleanProperty still() {
    return still;
  }

  void show(Chip chip) {
    if (chip.equals(shown)) {
      return;
    }
    boolean news = !chip.word().equals(shown.word());
    shown = chip;
    word.setText(chip.word());
    details.setText(chip.details().isEmpty() ? "" : "•  " + String.join("  •  ", chip.details()));
    Tip.on(this, chip.why());
    dress(chip);
    setAccessibleText("Guest: " + chip.spoken());
    if (news) {
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
    if (chip.shape() == Chip.Shape.HALF_TURNING && !still.get()) {
      turning.play();
    } else {
      turning.stop();
      shape.setRotate(0);
    }
  }

  private void dress(Chip chip) {
    getStyleClass().setAll("tri-chip", "tri-" + style(chip.tone().name()));
    shape.getStyleClass().setAll("tri-chip-shape", "tri-shape-" + style(chip.shape().name()));
  }

  private static String style(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
