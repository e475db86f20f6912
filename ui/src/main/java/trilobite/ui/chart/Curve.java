// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.Arrays;
import trilobite.model.time.Series;
import trilobite.model.time.Spans;

/// A series as a graph draws it: for each column of pixels the lowest and the highest value of the
/// line there, joined between samples, broken at gaps.
///
/// @param low NaN where nothing is known
/// @param high at least `low`
/// @param gap columns in which sampling is known to have been interrupted
// Arrays, because a graph asks for thousands of columns per frame.
@SuppressWarnings("ArrayRecordComponent")
record Curve(double[] low, double[] high, boolean[] gap) {

  /// @param spans of the series, one a column of the window
  static Curve of(Series series, TimeWindow window, Spans spans) {
    int count = spans.columns();
    var curve = new Curve(new double[count], new double[count], spans.gap());
    Arrays.fill(curve.low, Double.NaN);
    Arrays.fill(curve.high, Double.NaN);
    double column = window.span() / count;
    double x = Double.NaN;
    double value = Double.NaN;
    var entry = series.at(Math.nextDown(window.from()));
    if (entry.isPresent()) {
      x = (entry.get().t() - window.from()) / column;
      value = entry.get().value();
    }
    for (int c = 0; c < count; c++) {
      if (spans.gap()[c]) {
        x = Double.NaN;
      } else if (spans.present()[c]) {
        curve.join(x, value, c + 0.5, nearest(spans, c, value));
        curve.cover(c, spans.min()[c], spans.max()[c]);
        x = c + 0.5;
        value = spans.last()[c];
      }
    }
    if (!Double.isNaN(x)) {
      curve.leave(series, window, x, value, column);
    }
    return curve;
  }

  /// Each sample as a bar of its own, `width` columns wide and ending at the sample: joined lines
  /// would make slopes of single bursts.
  static Curve bars(Spans spans, int width) {
    int count = spans.columns();
    var curve = new Curve(new double[count], new double[count], spans.gap());
    Arrays.fill(curve.low, Double.NaN);
    Arrays.fill(curve.high, Double.NaN);
    for (int c = 0; c < count; c++) {
      if (spans.present()[c]) {
        for (int covered = Math.max(0, c - width + 1); covered <= c; covered++) {
          curve.cover(covered, 0, spans.max()[c]);
        }
      }
    }
    return curve;
  }

  /// Draws on to the first sample beyond the window, so that a line does not end short of its edge.
  private void leave(Series series, TimeWindow window, double x, double value, double column) {
    var next = series.samples(Math.nextUp(window.to()), Double.MAX_VALUE, 1);
    if (!next.isEmpty() && !Double.isNaN(next.getFirst().value())) {
      var exit = next.getFirst();
      join(x, value, (exit.t() - window.from()) / column, exit.value());
    }
  }

  /// The end of a column's span at which a line that comes from `value` most likely enters it.
  private static double nearest(Spans spans, int c, double value) {
    double min = spans.min()[c];
    double max = spans.max()[c];
    return Math.abs(value - min) <= Math.abs(value - max) ? min : max;
  }

  /// Covers a straight line between two points; nothing where the first is unknown.
  private void join(double x0, double v0, double x1, double v1) {
    if (Double.isNaN(x0)) {
      return;
    }
    double slope = (v1 - v0) / (x1 - x0);
    int first = (int) Math.max(0, Math.floor(x0));
    int last = (int) Math.min(low.length - 1.0, Math.floor(x1));
    for (int c = first; c <= last; c++) {
      double left = v0 + slope * (Math.max(c, x0) - x0);
      double right = v0 + slope * (Math.min(c + 1.0, x1) - x0);
      cover(c, Math.min(left, right), Math.max(left, right));
    }
  }

  private void cover(int c, double least, double most) {
    low[c] = Double.isNaN(low[c]) ? least : Math.min(low[c], least);
    high[c] = Double.isNaN(high[c]) ? most : Math.max(high[c], most);
  }

  int columns() {
    return low.length;
  }

  boolean known(int c) {
    return !Double.isNaN(low[c]);
  }

  /// True where something is known in any column.
  boolean known() {
    return !Arrays.stream(low).allMatch(Double::isNaN);
  }

  /// The largest value, 0 where nothing is known.
  double largest() {
    double largest = 0;
    for (double value : high) {
      if (value > largest) {
        largest = value;
      }
    }
    return largest;
  }

  /// This curve standing on another one, as the next layer of a stack. Each column keeps its
  /// highest total, so a stack never hides a spike.
  Curve on(Curve below) {
    var raised = new Curve(low.clone(), high.clone(), gap);
    for (int c = 0; c < low.length; c++) {
      double base = below.known(c) ? below.high[c] : 0;
      raised.low[c] += base;
      raised.high[c] += base;
    }
    return raised;
  }
}
