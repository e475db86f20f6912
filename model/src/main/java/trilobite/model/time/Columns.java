// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import java.util.Arrays;

/// Sorts points into equal columns of time and keeps the extremes of each.
final class Columns implements Walker {

  /// Share of a column within which a sample before an edge counts as on it: rounding would else
  /// put one that is on the edge here or there, as the window begins.
  static final double EDGE = 1e-6;

  private final double from;
  private final double to;
  private final double perMilli;
  private final double[] min;
  private final double[] max;
  private final double[] last;
  private final boolean[] present;
  private final boolean[] gap;
  private double gapFrom = Double.NaN;

  Columns(double from, double to, int columns) {
    this.from = from;
    this.to = to;
    this.perMilli = columns / (to - from);
    this.min = new double[columns];
    this.max = new double[columns];
    this.last = new double[columns];
    this.present = new boolean[columns];
    this.gap = new boolean[columns];
  }

  @Override
  public boolean at(double t, double value) {
    if (Double.isNaN(value)) {
      if (Double.isNaN(gapFrom)) {
        gapFrom = t;
      }
      return true;
    }
    if (!Double.isNaN(gapFrom)) {
      endGap(t);
    }
    take(column(t), value);
    return true;
  }

  private void take(int c, double value) {
    if (!present[c]) {
      present[c] = true;
      min[c] = value;
      max[c] = value;
    } else if (value < min[c]) {
      min[c] = value;
    } else if (value > max[c]) {
      max[c] = value;
    }
    last[c] = value;
  }

  private int column(double t) {
    return Math.clamp((int) ((t - from) * perMilli + EDGE), 0, present.length - 1);
  }

  private void endGap(double t) {
    Arrays.fill(gap, column(gapFrom), column(t) + 1, true);
    gapFrom = Double.NaN;
  }

  /// The columns; a gap that is still open reaches to their end.
  Spans spans() {
    if (!Double.isNaN(gapFrom)) {
      endGap(to);
    }
    for (var c = 0; c < gap.length; c++) {
      gap[c] &= !present[c];
    }
    return new Spans(from, to, min, max, last, present, gap);
  }
}
