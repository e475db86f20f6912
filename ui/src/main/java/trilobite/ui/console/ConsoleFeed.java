// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.console.ConsoleLog;
import trilobite.model.console.LineFilter;
import trilobite.model.console.LinePattern;
import trilobite.model.console.LineRing;
import trilobite.model.job.Subscription;
import trilobite.model.rule.Allowed;
import trilobite.model.time.HostClock;
import trilobite.model.time.Mark;
import trilobite.ui.fx.Fx;

/// Reads a console in the background, filters it and searches it. Everything asked for here takes
/// effect soon and never blocks; any thread may ask. Close it to end its thread.
@Allowed(
    rule = "threads",
    because =
        "it follows a console for as long as a view is open: as a job it would stand in the status"
            + " bar for ever")
public final class ConsoleFeed implements Search.Lines, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ConsoleFeed.class);

  /// Between looks while a console talks: as often as a view shows it, so that typing feels
  /// immediate.
  private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(8);

  /// While it says nothing; what the run has to say is looked for that often.
  private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(100);

  /// Where nobody tells of news, looks in vain after which the next ones are twice as far apart: a
  /// guest that says a line each second must not keep a thread awake all the time.
  private static final int CLOSE = 12;

  /// As long before the first words of a guest that boots.
  private static final int BOOTING = 200;

  /// Without news for so long, a view may have stopped to look at each frame.
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private final Thread thread;
  private final FeedWork work;
  private final Optional<Subscription> told;
  private volatile boolean closed;
  private volatile boolean expected;

  /// While the thread waits to be told of news.
  private volatile boolean dozing;

  // The thread's own.
  private long foundAt;
  private int quiet;

  /// Follows a console that has no run around it.
  public ConsoleFeed(ConsoleLog console) {
    this(console, List::of);
  }

  /// @param notes events of the run, all of them each time, oldest first; shown among the lines
  public ConsoleFeed(ConsoleLog console, Supplier<List<Mark>> notes) {
    work = new FeedWork(console, notes);
    // A thread of its own: parsing a long log would keep a carrier from the virtual ones.
    thread = Thread.ofPlatform().daemon(true).name("console feed").unstarted(this::run);
    told = console.whenMore(this::wake);
    thread.start();
  }

  /// The lines to show: those that pass the filter.
  public LineRing shown() {
    return work.shown();
  }

  /// All lines, whatever the filter.
  public LineRing all() {
    return work.all();
  }

  @Override
  public Optional<SearchHits> hits() {
    return work.hits();
  }

  /// What went wrong with reading, in a sentence; what was read stays.
  public Optional<String> trouble() {
    return work.trouble();
  }

  /// True once there is nothing left to read now.
  public boolean caughtUp() {
    return work.caughtUp();
  }

  /// Offset up to which the console was read.
  public long position() {
    return work.position();
  }

  public void filter(LineFilter filter) {
    ask(() -> work.filter(filter));
  }

  @Override
  public void find(Optional<LinePattern> pattern) {
    ask(() -> work.find(pattern));
  }

  /// Takes the lines away from view; the log keeps them.
  public void clear() {
    ask(work::clear);
  }

  /// Looks closely from now on: something was typed, and the guest will answer.
  public void expect() {
    expected = true;
    LockSupport.unpark(thread);
  }

  /// Goes on reading after trouble, from where it stopped.
  public void retry() {
    ask(work::retry);
  }

  /// Reads the log again from where it is still held, after a [#clear].
  public void reload() {
    ask(work::reload);
  }

  @Override
  public void close() {
    closed = true;
    told.ifPresent(Subscription::close);
    LockSupport.unpark(thread);
  }

  private void ask(Runnable change) {
    work.ask(change);
    LockSupport.unpark(thread);
  }

  /// Whoever brings bytes wakes only a thread that waits for them.
  private void wake() {
    if (dozing) {
      dozing = false;
      LockSupport.unpark(thread);
    }
  }

  private void run() {
    while (!closed) {
      try {
        long before = HostClock.nanos();
        if (work.step()) {
          found(before);
          continue;
        }
        rest();
      } catch (RuntimeException failure) {
        log.warn("The console cannot be read", failure);
        work.fail(failure);
        // What fails each time must not keep a thread busy.
        LockSupport.parkNanos(this, IDLE);
      }
    }
  }

  private void rest() {
    quiet = expected ? 0 : quiet + 1;
    expected = false;
    if (told.isPresent()) {
      doze();
    } else {
      LockSupport.parkNanos(this, apart(work.position() == 0 ? BOOTING : CLOSE));
    }
  }

  /// @param before when the look began that found something: what a flood takes to be read is no
  ///   pause
  private void found(long before) {
    if (before - foundAt >= PAUSE) {
      Fx.news();
    }
    foundAt = HostClock.nanos();
    quiet = 0;
  }

  /// Until more has come, and not sooner after the last of it than a view would show it: a guest
  /// that says one letter after the other wakes nobody for each.
  private void doze() {
    long rest = foundAt + BUSY - HostClock.nanos();
    if (rest > 0) {
      LockSupport.parkNanos(this, rest);
    }
    dozing = true;
    if (work.waits()) {
      LockSupport.parkNanos(this, IDLE);
    }
    dozing = false;
  }

  private long apart(int close) {
    return Math.min(BUSY << Math.min(quiet / close, 4), IDLE);
  }
}
