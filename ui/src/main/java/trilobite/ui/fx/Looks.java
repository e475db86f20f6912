// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import trilobite.model.job.Subscription;
import trilobite.model.rule.Allowed;

/// One view's repeated look at what it shows. A running animation timer makes JavaFX prepare a
/// frame sixty times a second whether or not anything changed, so a look is asked for by a clock of
/// ours; only a view whose looks find news goes over to frame rate, until one finds none.
@Allowed(
    rule = "threads",
    because = "one clock for all views, which posts to the JavaFX thread and does nothing else")
final class Looks implements Subscription {

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon(true).name("fx-looks").factory());

  private final BooleanSupplier look;
  private final AtomicBoolean waiting = new AtomicBoolean();
  private final Future<?> asking;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          look();
        }
      };
  private boolean atFrameRate;
  private boolean closed;

  /// Looks about every `everyMillis` from now on. JavaFX thread, as for all that follows.
  ///
  /// @param look true if it found news and wants to look again in the next frame
  Looks(long everyMillis, BooleanSupplier look) {
    this.look = look;
    this.asking = CLOCK.scheduleAtFixedRate(this::ask, 0, everyMillis, TimeUnit.MILLISECONDS);
  }

  /// A look that still waits for its turn is enough: a slow JavaFX thread gets no backlog.
  private void ask() {
    if (waiting.compareAndSet(false, true)) {
      Platform.runLater(
          () -> {
            waiting.set(false);
            if (!atFrameRate) {
              look();
            }
          });
    }
  }

  private void look() {
    if (closed) {
      return;
    }
    boolean news = look.getAsBoolean();
    if (news && !atFrameRate && !closed) {
      frames.start();
    } else if (!news && atFrameRate) {
      frames.stop();
    }
    atFrameRate = news && !closed;
  }

  @Override
  public void close() {
    closed = true;
    asking.cancel(false);
    frames.stop();
  }
}
