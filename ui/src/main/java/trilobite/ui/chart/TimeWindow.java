// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

/// A stretch of run time that a graph shows, in ms on the run's clock. Always has a positive width.
public record TimeWindow(double from, double to) {

  public TimeWindow {
    if (!(to > from)) {
      throw new IllegalArgumentException("a window from " + from + " to " + to + " has no width");
    }
  }

  public double span() {
    return to - from;
  }

  public boolean contains(double t) {
    return t >= from && t <= to;
  }

  /// The same span, `millis` later.
  public TimeWindow moved(double millis) {
    return new TimeWindow(from + millis, to + millis);
  }

  /// A window of `span` ms in which `anchor` keeps its relative place.
  public TimeWindow around(double anchor, double span) {
    double share = (anchor - from) / span();
    double start = anchor - share * span;
    return new TimeWindow(start, start + span);
  }

  /// The window moved to the next multiple of its column width, so that a sample stays in the same
  /// column while the window follows the time: graphs then move by whole pixels and never shimmer.
  public TimeWindow aligned(int columns) {
    double column = span() / columns;
    double end = Math.ceil(to / column) * column;
    return new TimeWindow(end - span(), end);
  }
}
