// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.function.DoubleUnaryOperator;
import trilobite.model.time.Series;
import trilobite.model.time.SeriesInfo;
import trilobite.model.time.Timeline;

/// Timelines for tests of graphs.
final class Lines {

  private Lines() {}

  static Timeline empty(String unit, boolean cumulative) {
    return new Timeline(new SeriesInfo("test", "test", unit, cumulative));
  }

  /// Samples from `from` up to and including `to`.
  static Timeline of(double from, double to, double step, DoubleUnaryOperator value) {
    var line = empty("bytes", false);
    for (double t = from; t <= to; t += step) {
      line.add(t, value.applyAsDouble(t));
    }
    return line;
  }

  static Curve curve(Series series, TimeWindow window, int columns) {
    return Curve.of(series, window, new SpanCache().spans(series, window, columns));
  }
}
