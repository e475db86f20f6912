// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.fxmisc.richtext.Caret.CaretVisibility;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trilobite.model.job.Subscription;
import trilobite.ui.fx.Fx;
import trilobite.ui.testing.OnFx;

@Tag("ui")
@Timeout(60)
class CaretUiTest {

  private static final long QUIET_NANOS = 300_000_000;

  private final TextField field = OnFx.get(TextField::new);
  private final CodeArea area = OnFx.get(() -> new CodeArea("text"));
  private final Button other = OnFx.get(Button::new);
  private final Stage stage = OnFx.get(this::show);
  private final Subscription blinking = OnFx.get(() -> Caret.blinkIn(stage.getScene(), 20));

  private Stage show() {
    var shown = new Stage();
    shown.setScene(new Scene(new VBox(field, area, other)));
    shown.show();
    return shown;
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          blinking.close();
          stage.close();
        });
  }

  @Test
  void blinksInTheFieldThatHasTheFocusAndNowhereElse() {
    OnFx.run(field::requestFocus);
    for (boolean off : List.of(true, false, true)) {
      OnFx.await("off: " + off, () -> off() == off);
    }
    OnFx.run(other::requestFocus);
    assertThat(OnFx.get(this::off)).isFalse();
  }

  @Test
  void restsInSightSomeTimeAfterItMovedLast() {
    var texts = Map.<String, Runnable>of("field", field::requestFocus, "area", area::requestFocus);
    texts.forEach(
        (name, focus) -> {
          var halves = new AtomicInteger();
          var dark = new AtomicInteger();
          OnFx.run(focus);
          var count =
              OnFx.get(
                  () ->
                      Fx.pull(
                          20,
                          () -> {
                            halves.incrementAndGet();
                            dark.addAndGet(off() ? 1 : 0);
                          }));
          OnFx.await(name, () -> halves.get() >= 4 * Caret.RESTS_AFTER);
          OnFx.run(count::close);
          assertThat(dark)
              .as(name)
              .satisfies(seen -> assertThat(seen.get()).isBetween(1, Caret.RESTS_AFTER));
          assertThat(OnFx.get(this::off)).as(name).isFalse();
        });
  }

  @Test
  void keepsRichTextsOwnBlinkingFromRunning() {
    OnFx.run(area::requestFocus);
    var own = OnFx.get(() -> area.getCaretSelectionBind().getUnderlyingCaret());
    OnFx.await("no rate of its own", () -> own.getBlinkRate().equals(Duration.ZERO));
  }

  @Test
  void aFieldWithoutTheFocusBlinksNoMoreSoonAfterItsTextWasSet() {
    OnFx.run(other::requestFocus);
    OnFx.run(() -> setText("20"));
    awaitRest("a field without the focus at rest");
    OnFx.run(
        () -> {
          setText("300");
          blinking.close();
        });
    awaitRest("a field at rest in a window that is gone");
  }

  private void setText(String text) {
    field.setText(text);
    field.end();
  }

  /// Waits until no frame is prepared any more.
  private void awaitRest(String what) {
    var quiet = new AtomicLong(System.nanoTime());
    Runnable frame = () -> quiet.set(System.nanoTime());
    OnFx.run(() -> stage.getScene().addPostLayoutPulseListener(frame));
    OnFx.await(what, () -> System.nanoTime() - quiet.get() > QUIET_NANOS);
    OnFx.run(() -> stage.getScene().removePostLayoutPulseListener(frame));
  }

  private boolean off() {
    return field.getPseudoClassStates().contains(Caret.OFF)
        || area.getShowCaret() == CaretVisibility.OFF;
  }
}
