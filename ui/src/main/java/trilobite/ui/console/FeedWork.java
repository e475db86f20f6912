// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import trilobite.model.console.ConsoleLog;
import trilobite.model.console.LineFilter;
import trilobite.model.console.LinePattern;
import trilobite.model.console.LineRing;
import trilobite.model.time.Mark;

/// What a feed does, without its thread: one thread steps it, any thread asks and looks.
final class FeedWork {

  private final ConsoleLog console;
  private final Supplier<List<Mark>> notes;
  private final LineRing all = new LineRing();
  private final Queue<Runnable> asked = new ConcurrentLinkedQueue<>();
  private Optional<LogReader> reader = Optional.empty();
  private Optional<LinePattern> pattern = Optional.empty();
  private volatile FilteredLines filtered;
  private volatile Optional<SearchHits> hits = Optional.empty();
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean caughtUp;
  private volatile long position;

  FeedWork(ConsoleLog console, Supplier<List<Mark>> notes) {
    this.console = console;
    this.notes = notes;
    filtered = new FilteredLines(all, LineFilter.ALL);
  }

  void ask(Runnable change) {
    caughtUp = false;
    asked.add(change);
  }

  /// Does a bounded piece of what there is to do; false where there was nothing.
  boolean step() {
    boolean busy = false;
    for (Runnable change = asked.poll(); change != null; change = asked.poll()) {
      change.run();
      busy = true;
    }
    if (trouble.isEmpty()) {
      if (reader.isEmpty()) {
        reader = Optional.of(new LogReader(console, notes, all));
      }
      busy |= reader.get().step();
      position = reader.get().position();
    }
    busy |= filtered.step();
    if (hits.isPresent()) {
      busy |= hits.get().step();
    }
    caughtUp = !busy && asked.isEmpty();
    return busy;
  }

  /// True where only more of the console, or somebody who asks, can give it something to do.
  boolean waits() {
    return asked.isEmpty() && (trouble.isPresent() || console.length() <= position);
  }

  void filter(LineFilter filter) {
    filtered = new FilteredLines(all, filter);
    find(pattern);
  }

  void find(Optional<LinePattern> wanted) {
    pattern = wanted;
    hits = wanted.map(p -> new SearchHits(filtered.shown(), p));
  }

  void clear() {
    all.clear();
    if (filtered.shown() != all) {
      filtered.shown().clear();
    }
  }

  /// Reads the log again from where it is still held.
  void reload() {
    clear();
    reader = Optional.empty();
    trouble = Optional.empty();
  }

  /// Goes on where trouble stopped it: what was read stays, and nothing is read twice.
  void retry() {
    trouble = Optional.empty();
  }

  void fail(RuntimeException failure) {
    String message = failure.getMessage();
    trouble = Optional.of(message == null ? failure.toString() : message);
  }

  LineRing all() {
    return all;
  }

  LineRing shown() {
    return filtered.shown();
  }

  Optional<SearchHits> hits() {
    return hits;
  }

  Optional<String> trouble() {
    return trouble;
  }

  long position() {
    return position;
  }

  boolean caughtUp() {
    return caughtUp;
  }
}
