// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// The vertical scale of a graph: from 0, or from `-top` where a side is mirrored, up to a round
/// value. Where all that was measured is zero, zero is its only number; where nothing was measured
/// it has none.
///
/// @param top largest value that fits
/// @param step distance of grid lines; infinite where zero is the only one, NaN where no number
///   belongs beside the axis
/// @param mirrored true where a second group of series hangs below zero
public record ValueAxis(double top, double step, boolean mirrored) {

  private static final double HEADROOM = 1.04;
  private static final double[] DECIMAL = {1, 2, 5, 10};

  /// A round axis that holds values up to `largest`, with about `lines` grid lines above zero.
  ///
  /// @param binary steps in powers of two, as fits bytes
  public static ValueAxis of(double largest, int lines, boolean binary, boolean mirrored) {
    if (largest == 0) {
      return new ValueAxis(HEADROOM, Double.POSITIVE_INFINITY, mirrored);
    }
    double top = Double.isFinite(largest) && largest > 0 ? largest : 1;
    double step = binary ? powerOfTwo(top / lines) : decimal(top / lines);
    double rounded = Math.ceil(top / step - 1e-9) * step;
    return new ValueAxis(rounded * HEADROOM, step, mirrored);
  }

  /// The axis of a window in which nothing was measured: any number on it would be invented.
  public static ValueAxis blank(boolean mirrored) {
    return new ValueAxis(HEADROOM, Double.NaN, mirrored);
  }

  /// True where the axis has no scale, so that no number belongs beside it.
  public boolean blank() {
    return Double.isNaN(step);
  }

  private static double powerOfTwo(double least) {
    return Math.pow(2, Math.ceil(Math.log(least) / Math.log(2) - 1e-9));
  }

  private static double decimal(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double digit : DECIMAL) {
      if (digit * power >= least * (1 - 1e-9)) {
        return digit * power;
      }
    }
    return 10 * power;
  }

  /// Height of a value above the lower edge, as a share of the plot; values outside are cut.
  public double share(double value) {
    double bottom = mirrored ? -top : 0;
    return Math.clamp((value - bottom) / (top - bottom), 0, 1);
  }

  /// Values of the grid lines, lowest first.
  public List<Double> lines() {
    if (!Double.isFinite(step)) {
      return List.of(0.0);
    }
    var lines = new ArrayList<Double>();
    int count = (int) Math.floor(top / step + 1e-9);
    for (int i = mirrored ? -count : 0; i <= count; i++) {
      lines.add(i * step);
    }
    return List.copyOf(lines);
  }
}
