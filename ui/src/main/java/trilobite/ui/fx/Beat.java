// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import trilobite.model.rule.Allowed;

/// The clock of all views: those whose turn it is come onto the JavaFX thread together. Each way
/// there wakes three threads, which costs an idle window more than what its views look at.
@Allowed(
    rule = "threads",
    because = "one clock for all views, which posts to the JavaFX thread and does nothing else")
final class Beat {

  private static final long MILLIS = 50;

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon(true).name("fx-looks").factory());

  private static final List<Turn> TURNS = new CopyOnWriteArrayList<>();
  private static final AtomicBoolean WAITING = new AtomicBoolean();
  private static @Nullable Future<?> beating;

  private static final AtomicLong BEAT = new AtomicLong();

  private Beat() {}

  /// One who comes again and again.
  static final class Turn {
    private volatile long every;
    private final Runnable come;
    private volatile long next;

    private Turn(long everyMillis, Runnable come) {
      every(everyMillis);
      this.come = come;
      this.next = BEAT.get();
    }

    private boolean due() {
      return BEAT.get() >= next;
    }

    /// Turns of the same length fall on the same beats, whenever they were joined: on beats of
    /// their own they would wake the JavaFX thread twice as often.
    private long after(long beat) {
      return (beat / every + 1) * every;
    }

    /// Comes about every `millis` from the next time on.
    void every(long millis) {
      every = Math.max(1, Math.round((double) millis / MILLIS));
    }

    /// Comes no more. Any thread.
    void leave() {
      TURNS.remove(this);
      stopIfAlone();
    }
  }

  /// Runs `come` on the JavaFX thread, soon and then about every `everyMillis`, until the turn is
  /// left. A slow JavaFX thread gets no backlog. Any thread.
  static Turn join(long everyMillis, Runnable come) {
    var turn = new Turn(everyMillis, come);
    TURNS.add(turn);
    start();
    return turn;
  }

  private static synchronized void start() {
    if (beating == null) {
      beating = CLOCK.scheduleAtFixedRate(Beat::tick, 0, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private static synchronized void stopIfAlone() {
    if (TURNS.isEmpty() && beating != null) {
      beating.cancel(false);
      beating = null;
    }
  }

  private static void tick() {
    BEAT.incrementAndGet();
    if (TURNS.stream().anyMatch(Turn::due) && WAITING.compareAndSet(false, true)) {
      Platform.runLater(Beat::come);
    }
  }

  private static void come() {
    WAITING.set(false);
    for (var turn : TURNS) {
      if (turn.due()) {
        turn.next = turn.after(BEAT.get());
        come(turn);
      }
    }
  }

  /// One that fails takes no turn from the others.
  private static void come(Turn turn) {
    try {
      turn.come.run();
    } catch (RuntimeException | Error failure) {
      var thread = Thread.currentThread();
      thread.getUncaughtExceptionHandler().uncaughtException(thread, failure);
    }
  }
}
