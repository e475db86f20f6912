// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// A graph at one moment, ready to be painted: curves for a window and a number of columns, and the
/// axis that holds them. Building it walks the series; painting it does not.
///
/// @param before columns before run time 0, in which nothing can be known; all of them where no
///   series of the run is drawn
record Frame(TimeWindow window, List<Part> parts, List<Drops> drops, ValueAxis axis, int before) {

  private static final int BAR = 3;

  /// A drawn trace.
  record Part(Trace trace, Curve curve) {}

  /// An [Trace.Style#EVENTS] trace.
  record Drops(Trace trace, List<Increments.Growth> growth) {}

  /// @param merge marks closer than this many columns are put together
  static Frame of(
      GraphSpec spec, TimeWindow window, int columns, int lines, double merge, SpanCache cache) {
    var parts = new ArrayList<Part>();
    var drops = new ArrayList<Drops>();
    double largest = spec.floor();
    double perColumn = window.span() / columns;
    for (var trace : spec.traces()) {
      if (!trace.drawn()) {
        drops.add(new Drops(trace, Increments.of(trace.series(), window, merge * perColumn)));
        continue;
      }
      var spans = cache.spans(trace.series(), window, columns);
      var curve =
          trace.style() == Trace.Style.BARS
              ? Curve.bars(spans, BAR)
              : Curve.of(trace.series(), window, spans);
      if (trace.style() == Trace.Style.STACKED && !parts.isEmpty()) {
        curve = curve.on(parts.getLast().curve());
      }
      largest = Math.max(largest, curve.largest());
      parts.add(new Part(trace, curve));
    }
    cache.keep(spec.series());
    boolean scaled = spec.floor() > 0 || parts.stream().anyMatch(part -> part.curve().known());
    var axis =
        scaled
            ? ValueAxis.of(largest, lines, spec.quantity().binary(), spec.mirrored())
            : ValueAxis.blank(spec.mirrored());
    boolean nothing = spec.traces().stream().allMatch(t -> t.style() == Trace.Style.GHOST);
    int before = nothing ? columns : (int) Math.clamp(-window.from() / perColumn, 0.0, columns);
    return new Frame(window, List.copyOf(parts), List.copyOf(drops), axis, before);
  }

  int columns() {
    return parts.isEmpty() ? 0 : parts.getFirst().curve().columns();
  }

  /// True where the column lies in a gap of any drawn trace.
  boolean gap(int c) {
    for (var part : parts) {
      if (part.curve().gap()[c]) {
        return true;
      }
    }
    return false;
  }
}
