// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import java.util.function.BooleanSupplier;
import java.util.function.IntToLongFunction;
import javafx.animation.AnimationTimer;
import trilobite.model.job.Subscription;

/// One view's repeated look at what it shows. A running animation timer makes JavaFX prepare a
/// frame sixty times a second whether or not anything changed, so a look is asked for by a [Beat]
/// of ours; only a view of which two looks in a row find news goes over to frame rate, until one
/// finds none. After the first one the clock of frames would only strike in vain: most news are
/// shown in one frame. Nobody looks while nobody sees it.
final class Looks implements Subscription {

  /// Looks in vain after which nothing happens: the one that ends a time at frame rate, and one for
  /// what came right then.
  static final int PATIENCE = 2;

  private final IntToLongFunction everyMillis;
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
  private boolean found;
  private boolean closed;
  private int quiet;

  /// Looks from now on. JavaFX thread, as for all that follows.
  ///
  /// @param everyMillis to the next look, given how many in a row have found nothing, [#PATIENCE]
  ///   at most
  /// @param look true if it found news and wants to look again in the next frame
  Looks(IntToLongFunction everyMillis, BooleanSupplier look) {
    this.everyMillis = everyMillis;
    this.look = look;
    this.turn = Beat.join(everyMillis.applyAsLong(quiet), true, this::ask);
  }

  private void ask() {
    if (!atFrameRate) {
      look();
      turn.every(everyMillis.applyAsLong(quiet));
    }
  }

  private void look() {
    if (closed) {
      return;
    }
    boolean news = Beat.seen() && look.getAsBoolean();
    quiet = news ? 0 : Math.min(quiet + 1, PATIENCE);
    boolean often = news && found && !closed;
    found = news;
    if (often && !atFrameRate) {
      frames.start();
    } else if (!often && atFrameRate) {
      frames.stop();
    }
    atFrameRate = often;
  }

  @Override
  public void close() {
    closed = true;
    turn.leave();
    frames.stop();
  }
}
