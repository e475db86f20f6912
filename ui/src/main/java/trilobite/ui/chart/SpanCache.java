// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import trilobite.model.time.Sample;
import trilobite.model.time.Series;
import trilobite.model.time.Spans;

/// Reads series for a graph that follows the time, and remembers what it read: columns that can no
/// longer change are not walked again, so that a frame costs its newest columns and not its whole
/// window. What it gives is what a reader without memory gives, column for column: series only ever
/// grow at their end.
///
/// Windows are [TimeWindow#aligned]. Another column width, a step back or a jump beyond what is
/// held reads everything anew. One thread.
final class SpanCache {

  /// Beyond it series thin out what they hold, and a remembered column would be finer than a read
  /// one.
  private static final double LONGEST = 600_000;

  private final Map<Series, Held> held = new HashMap<>();

  /// What was read of a series.
  ///
  /// @param first absolute number of the first column: those begin at 0 of the run's time
  /// @param sure absolute number before which no column changes any more
  private record Held(Spans spans, double width, long first, long sure) {}

  Spans spans(Series series, TimeWindow window, int columns) {
    double width = window.span() / columns;
    long first = Math.round(window.from() / width);
    // Asked before reading: what comes meanwhile is then read again.
    double newest = series.latest().map(Sample::t).orElse(Double.NEGATIVE_INFINITY);
    var known = held.get(series);
    int kept = known == null || window.span() > LONGEST ? 0 : kept(known, width, first, columns);
    var spans =
        known == null || kept == 0
            ? read(series, window, width, 0, columns)
            : joined(known, series, window, first, kept);
    // A sample on the last edge was counted to the last column, and moves on with the window.
    double sure = Math.clamp(Math.floor(newest / width) - 1, (double) first, first + columns - 1.0);
    held.put(series, new Held(spans, width, first, (long) sure));
    return spans;
  }

  /// Forgets all other series.
  void keep(Collection<? extends Series> shown) {
    held.keySet().retainAll(shown);
  }

  /// How many of the wanted columns are held for good, from the first one on.
  private static int kept(Held known, double width, long first, int columns) {
    if (width != known.width() || columns != known.spans().columns() || first < known.first()) {
      return 0;
    }
    return Math.clamp(known.sure() - first, 0, columns);
  }

  private static Spans joined(Held known, Series series, TimeWindow window, long first, int kept) {
    int columns = known.spans().columns();
    double width = known.width();
    var old = known.spans();
    int from = (int) (first - known.first());
    var min = Arrays.copyOfRange(old.min(), from, from + columns);
    var max = Arrays.copyOfRange(old.max(), from, from + columns);
    var last = Arrays.copyOfRange(old.last(), from, from + columns);
    var present = Arrays.copyOfRange(old.present(), from, from + columns);
    var gap = Arrays.copyOfRange(old.gap(), from, from + columns);
    int rest = columns - kept;
    if (rest > 0) {
      var tail = read(series, window, width, kept, rest);
      System.arraycopy(tail.min(), 0, min, kept, rest);
      System.arraycopy(tail.max(), 0, max, kept, rest);
      System.arraycopy(tail.last(), 0, last, kept, rest);
      System.arraycopy(tail.present(), 0, present, kept, rest);
      System.arraycopy(tail.gap(), 0, gap, kept, rest);
    }
    return new Spans(window.from(), window.to(), min, max, last, present, gap);
  }

  /// Columns from `at` to the end. Begins one column earlier and drops that: whether a sample on
  /// the first edge is taken would else depend on how the edge was rounded.
  private static Spans read(Series series, TimeWindow window, double width, int at, int count) {
    double from = window.from() + (at - 1) * width;
    var all = series.spans(from, window.to(), count + 1);
    int end = count + 1;
    return new Spans(
        from + width,
        window.to(),
        Arrays.copyOfRange(all.min(), 1, end),
        Arrays.copyOfRange(all.max(), 1, end),
        Arrays.copyOfRange(all.last(), 1, end),
        Arrays.copyOfRange(all.present(), 1, end),
        Arrays.copyOfRange(all.gap(), 1, end));
  }
}
