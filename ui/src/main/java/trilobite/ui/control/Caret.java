// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import trilobite.model.job.Subscription;
import trilobite.ui.fx.Fx;

/// Lets the caret of the text field that has the focus blink by our clock. JavaFX's own blinking is
/// an animation, and while any runs, sixty frames a second are prepared, seen or not: a window at
/// rest with the focus in its console would use twice the processor time. JavaFX thread.
public final class Caret implements Subscription {

  /// While the caret is not to be seen.
  static final PseudoClass OFF = PseudoClass.getPseudoClass("caret-off");

  private static final long MILLIS = 500;

  private final Scene scene;
  private final ChangeListener<Node> moved = (_, old, now) -> moved(old, now);
  private final Subscription ticks;
  private int position;
  private boolean off;

  private Caret(Scene scene) {
    this.scene = scene;
    this.ticks = Fx.pull(MILLIS, this::tick);
    scene.focusOwnerProperty().addListener(moved);
  }

  /// For all text fields of a scene, until closed.
  public static Subscription blinkIn(Scene scene) {
    return new Caret(scene);
  }

  private void moved(Node old, Node now) {
    if (old instanceof TextInputControl) {
      old.pseudoClassStateChanged(OFF, false);
    }
    off = now instanceof TextInputControl;
  }

  private void tick() {
    field()
        .ifPresent(
            field -> {
              if (field.getSkin() instanceof TextInputControlSkin<?> skin) {
                // Typing and getting the focus let it blink by itself again.
                skin.setCaretAnimating(false);
                off = !off && field.getCaretPosition() == position;
                position = field.getCaretPosition();
                field.pseudoClassStateChanged(OFF, off);
              }
            });
  }

  private Optional<TextInputControl> field() {
    return Optional.ofNullable(scene.getFocusOwner())
        .filter(TextInputControl.class::isInstance)
        .map(TextInputControl.class::cast);
  }

  @Override
  public void close() {
    ticks.close();
    scene.focusOwnerProperty().removeListener(moved);
  }
}
