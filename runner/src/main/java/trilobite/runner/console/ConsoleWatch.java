// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import trilobite.model.console.LinePattern;
import trilobite.runner.thread.Threads;

/// Follows a console on a thread of its own, beside the one that drains it, and looks for the ready
/// pattern and for words of panic.
public final class ConsoleWatch {

  private static final int CHUNK = 64 << 10;

  /// Lines of one panic follow each other this soon: it names its cause first, registers later.
  private static final double SAME_PANIC_MILLIS = 2000;

  private final ConsoleStore store;
  private final Patterns patterns;
  private final CompletableFuture<Double> readyAt = new CompletableFuture<>();
  private final CompletableFuture<Void> finished = new CompletableFuture<>();
  private volatile Optional<Hit> panic = Optional.empty();
  private volatile Optional<Hit> end = Optional.empty();

  /// The panic's first line has not ended yet. The watch's own thread only.
  private boolean growing;

  /// A line that a pattern was found in.
  ///
  /// @param t when it, or what followed it at once, was complete
  public record Hit(String line, double t) {}

  /// What to look for.
  ///
  /// @param ready the guest is ready
  /// @param panics the guest has died; from its OS profile, asked once, on the watch's own thread
  /// @param ends the guest has halted on purpose; asked in the same way
  public record Patterns(
      Optional<LinePattern> ready,
      Supplier<List<LinePattern>> panics,
      Supplier<List<LinePattern>> ends) {

    /// Patterns of a guest that never says that it halts.
    public Patterns(Optional<LinePattern> ready, Supplier<List<LinePattern>> panics) {
      this(ready, panics, List::of);
    }
  }

  public ConsoleWatch(ConsoleStore store, Patterns patterns) {
    this.store = store;
    this.patterns = patterns;
  }

  /// Starts following; the line wakes the follower whenever something came.
  public void start(SerialLine line) {
    line.wake(Threads.waiting("console-watch", this::follow));
  }

  /// Completes with the run time at which the ready pattern was complete.
  public CompletableFuture<Double> ready() {
    return readyAt;
  }

  /// The first line with a word of panic of the newest panic.
  public Optional<Hit> panic() {
    return panic;
  }

  /// The newest line with which it said that it halts.
  public Optional<Hit> end() {
    return end;
  }

  /// Completes when the whole console was looked through.
  public CompletableFuture<Void> finished() {
    return finished;
  }

  private void follow() {
    var panics = patterns.panics().get();
    var ends = patterns.ends().get();
    var scanner = new LineScanner(line -> look(line, panics, ends));
    var chunk = new byte[CHUNK];
    long offset = 0;
    while (true) {
      boolean last = !store.live();
      int count = read(offset, chunk);
      if (count > 0) {
        scanner.take(chunk, count, offset);
        offset += count;
      } else if (last) {
        break;
      } else {
        LockSupport.park(this);
      }
    }
    finished.complete(null);
  }

  /// A console that cannot be read now is looked at again when more came: nobody is told here, its
  /// panel says so.
  private int read(long offset, byte[] chunk) {
    try {
      return store.read(offset, chunk);
    } catch (UncheckedIOException e) {
      return 0;
    }
  }

  private void look(LineScanner.Line line, List<LinePattern> panics, List<LinePattern> ends) {
    if (!readyAt.isDone()
        && patterns.ready().filter(pattern -> pattern.matches(line.text())).isPresent()) {
      readyAt.complete(store.timeAt(line.end() - 1).orElse(0));
    }
    var hit = hit(line, panics);
    hit.ifPresent(now -> panic = Optional.of(first(now)));
    growing &= !line.finished();
    end = hit(line, ends).or(() -> end);
  }

  /// The line that names a panic's cause is told again as it grows; those that follow count for
  /// their time alone.
  private Hit first(Hit now) {
    growing |= panic.filter(known -> now.t() - known.t() <= SAME_PANIC_MILLIS).isEmpty();
    return growing ? now : new Hit(panic.orElseThrow().line(), now.t());
  }

  private Optional<Hit> hit(LineScanner.Line line, List<LinePattern> wanted) {
    return wanted.stream().anyMatch(pattern -> pattern.matches(line.text()))
        ? Optional.of(new Hit(line.text().strip(), store.timeAt(line.end() - 1).orElse(0)))
        : Optional.empty();
  }
}
