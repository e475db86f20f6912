// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.beans.value.ChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.skin.TextInputControlSkin;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;
import trilobite.model.job.Subscription;
import trilobite.ui.fx.Fx;

/// Lets the caret of the text that has the focus blink by our clock, for ten seconds after it moved
/// last (GTK's `gtk-cursor-blink-timeout`); then it stands. JavaFX's and RichTextFX's own blinking
/// is an animation, and while any runs, sixty frames a second are prepared, seen or not: a window
/// at rest with the focus in its console would use twice the processor time. JavaFX thread.
public final class Caret implements Subscription {

  /// While the caret is not to be seen.
  static final PseudoClass OFF = PseudoClass.getPseudoClass("caret-off");

  private static final long MILLIS = 500;

  /// Halves of a blink.
  static final int RESTS_AFTER = 20;

  /// Halves of a blink between two looks at the texts without the focus.
  private static final int SWEEP_EVERY = 10;

  private final Scene scene;
  private final ChangeListener<Node> moved = (_, old, _) -> moved(old);
  private final Subscription ticks;
  private int position;
  private int still;
  private int ticked;

  private Caret(Scene scene, long millis) {
    this.scene = scene;
    this.ticks = Fx.pull(millis, this::tick);
    scene.focusOwnerProperty().addListener(moved);
  }

  /// For all texts of a scene, until closed.
  public static Subscription blinkIn(Scene scene) {
    return blinkIn(scene, MILLIS);
  }

  static Subscription blinkIn(Scene scene, long millis) {
    return new Caret(scene, millis);
  }

  private void moved(Node old) {
    show(old, true);
    still = 0;
  }

  private void tick() {
    var text = scene.getFocusOwner();
    int now = position(text);
    still = now == position ? Math.min(still + 1, RESTS_AFTER) : 0;
    position = now;
    show(text, still == RESTS_AFTER || still % 2 == 0);
    if (++ticked % SWEEP_EVERY == 0) {
      sweep(text);
    }
  }

  /// A field whose text is set blinks from then on, with the focus or without (the listener of
  /// `caretPosition` in `TextFieldSkin` of JavaFX 26): for ever, for one that has it not.
  private void sweep(@Nullable Node focused) {
    for (var text : scene.getRoot().lookupAll(".text-input")) {
      if (!text.equals(focused)) {
        show(text, true);
      }
    }
  }

  /// Without a switch over types, here as below: linking one would take some ms before the first
  /// frame.
  private static int position(Node text) {
    if (text instanceof TextInputControl field) {
      return field.getCaretPosition();
    }
    return text instanceof GenericStyledArea<?, ?, ?> area ? area.getCaretPosition() : -1;
  }

  private static void show(Node text, boolean shown) {
    if (text instanceof TextInputControl field) {
      if (field.getSkin() instanceof TextInputControlSkin<?> skin) {
        // Typing and getting the focus let it blink by itself again.
        skin.setCaretAnimating(false);
      }
      field.pseudoClassStateChanged(OFF, !shown);
    } else if (text instanceof GenericStyledArea<?, ?, ?> area) {
      stopOwn(area);
      area.setShowCaret(shown ? CaretVisibility.AUTO : CaretVisibility.OFF);
    }
  }

  /// By a style of its own: a sheet with a duration in it cannot be compiled, and parsing one takes
  /// its time from the first frame.
  private static void stopOwn(GenericStyledArea<?, ?, ?> area) {
    var own = area.getCaretSelectionBind().getUnderlyingCaret();
    if (own.getStyle().isEmpty()) {
      own.setStyle("-rtfx-blink-rate: 0ms;");
    }
  }

  @Override
  public void close() {
    ticks.close();
    scene.focusOwnerProperty().removeListener(moved);
    sweep(null);
  }
}
