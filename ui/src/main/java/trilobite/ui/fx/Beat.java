// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import trilobite.model.rule.Allowed;
import trilobite.model.time.HostClock;

/// The clock of all views: those whose turn it is come onto the JavaFX thread together. Each way
/// there wakes three threads, which costs an idle window more than what its views look at; so it is
/// taken only when somebody is due, and who tells of news hurries the others.
@Allowed(
    rule = "threads",
    because = "one clock for all views, which posts to the JavaFX thread and does nothing else")
final class Beat {

  private static final long MILLIS = 50;
  private static final long NANOS = TimeUnit.MILLISECONDS.toNanos(MILLIS);

  /// News that are told of all the time wait for a beat that most look on, unless a hand was at the
  /// window just now: a picture of their own would cost a guest as much as all others.
  private static final long TOGETHER_NANOS = Fx.SELDOM_MILLIS * (NANOS / MILLIS);

  /// How long a hand counts, and how long there must have been no news for them to come at once.
  private static final long HAND_NANOS = TimeUnit.SECONDS.toNanos(5);

  /// Between two comings while nobody can see a view.
  private static final long UNSEEN_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon(true).name("fx-looks").factory());

  private static final List<Turn> TURNS = new CopyOnWriteArrayList<>();

  // All that follows is the lock's.
  private static @Nullable Future<?> strike;
  private static long strikesAt;

  /// From the strike until all who were due have come.
  private static boolean coming;

  private static boolean news;
  private static volatile boolean unseen;
  private static volatile long touchedAt = HostClock.nanos() - HAND_NANOS;
  private static long hurriedAt = HostClock.nanos() - HAND_NANOS;
  private static long cameAt = HostClock.nanos() - NANOS;

  private Beat() {}

  /// One who comes again and again.
  static final class Turn {
    private volatile long every;
    private final boolean light;
    private final Runnable come;
    private volatile long next;

    private Turn(long everyMillis, boolean light, Runnable come) {
      every(everyMillis);
      this.light = light;
      this.come = come;
      this.next = beat();
    }

    private boolean due(boolean hurried) {
      return beat() >= next || (hurried && light);
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
    }
  }

  /// Runs `come` on the JavaFX thread, soon and then about every `everyMillis`, until the turn is
  /// left. A slow JavaFX thread gets no backlog. Any thread.
  ///
  /// @param light whether it takes so little that it comes with news as well
  static Turn join(long everyMillis, boolean light, Runnable come) {
    var turn = new Turn(everyMillis, light, come);
    TURNS.add(turn);
    set();
    return turn;
  }

  /// Brings all light turns onto the JavaFX thread now, or a beat after they came last; half a
  /// second after, where the last news are fresh and no hand is at the window. Any thread; takes
  /// next to nothing.
  static void hurry() {
    synchronized (Beat.class) {
      if (news) {
        return;
      }
      news = true;
    }
    set();
  }

  /// A hand is at the window: it wants to see at once what it does. Any thread.
  static void touched() {
    touchedAt = HostClock.nanos();
    synchronized (Beat.class) {
      // Those who wait for a later beat come sooner now.
      news = true;
    }
    set();
  }

  /// Whether anybody can see a view: where nobody can, all turns come once a second at most, with
  /// news as well. Once seen again they come now. Any thread.
  static void seen(boolean now) {
    unseen = !now;
    if (now) {
      touched();
    }
  }

  /// False while a window is minimised.
  static boolean seen() {
    return !unseen;
  }

  /// Sets the clock to the next turn.
  private static synchronized void set() {
    if (coming || TURNS.isEmpty()) {
      return;
    }
    long due = TURNS.stream().mapToLong(turn -> turn.next).min().orElse(Long.MAX_VALUE) * NANOS;
    long at = news ? Math.min(due, prompt() ? cameAt + NANOS : together(cameAt)) : due;
    if (unseen) {
      at = Math.max(at, cameAt + UNSEEN_NANOS);
    }
    if (strike != null) {
      if (strikesAt <= at) {
        return;
      }
      strike.cancel(false);
    }
    strikesAt = at;
    strike = CLOCK.schedule(Beat::strike, at - HostClock.nanos(), TimeUnit.NANOSECONDS);
  }

  private static boolean prompt() {
    long now = HostClock.nanos();
    return now - touchedAt < HAND_NANOS || now - hurriedAt >= HAND_NANOS;
  }

  private static long together(long after) {
    return (Math.floorDiv(after, TOGETHER_NANOS) + 1) * TOGETHER_NANOS;
  }

  private static void strike() {
    coming(true);
    try {
      Platform.runLater(Beat::come);
    } catch (IllegalStateException e) {
      // JavaFX is not there yet: whoever joins next tries again.
      coming(false);
    }
  }

  private static synchronized void coming(boolean now) {
    coming = now;
    strike = null;
  }

  private static void come() {
    boolean hurried;
    synchronized (Beat.class) {
      hurried = news;
      if (hurried && prompt()) {
        hurriedAt = HostClock.nanos();
      }
      news = false;
      cameAt = HostClock.nanos();
    }
    for (var turn : TURNS) {
      if (turn.due(hurried)) {
        turn.next = turn.after(beat());
        come(turn);
      }
    }
    coming(false);
    set();
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

  private static long beat() {
    return Math.floorDiv(HostClock.nanos(), NANOS);
  }
}
