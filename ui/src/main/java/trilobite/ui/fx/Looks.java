// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import trilobite.model.job.Subscription;

/// One view's repeated look at what it shows. A running animation timer makes JavaFX prepare a
/// frame sixty times a second whether or not anything changed, so a look is asked for by a [Beat]
/// of ours; only a view whose looks find news goes over to frame rate, until one finds none.
final class Looks implements Subscription {

  private static final int PATIENCE = 10;

  private final long everyMillis;
  private final BooleanSupplier look;
  private final Beat.Turn turn;
  private final AnimationTimer frames =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          look();
        }
      };
  private boolean atFrameRate;
  private boolean closed;
  private int quiet;

  /// Looks about every `everyMillis` from now on, four times a second where the last ten looks
  /// found nothing. JavaFX thread, as for all that follows.
  ///
  /// @param look true if it found news and wants to look again in the next frame
  Looks(long everyMillis, BooleanSupplier look) {
    this.everyMillis = everyMillis;
    this.look = look;
    this.turn = Beat.join(everyMillis, true, this::ask);
  }

  private void ask() {
    if (!atFrameRate) {
      look();
      turn.every(quiet < PATIENCE ? everyMillis : Math.max(everyMillis, Fx.SELDOM_MILLIS));
    }
  }

  private void look() {
    if (closed) {
      return;
    }
    boolean news = look.getAsBoolean();
    quiet = news ? 0 : Math.min(quiet + 1, PATIENCE);
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
    turn.leave();
    frames.stop();
  }
}
