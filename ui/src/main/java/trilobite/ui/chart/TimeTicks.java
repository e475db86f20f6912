// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;

/// Ticks of a time axis at round times of day.
///
/// @param step ms between ticks
/// @param at run times, ascending
public record TimeTicks(double step, List<Double> at) {

  private static final double[] STEPS = {
    1,
    2,
    5,
    10,
    20,
    50,
    100,
    200,
    500,
    1e3,
    2e3,
    5e3,
    10e3,
    15e3,
    30e3,
    60e3,
    120e3,
    300e3,
    600e3,
    1800e3,
    3600e3,
    2 * 3600e3,
    6 * 3600e3,
    12 * 3600e3,
    24 * 3600e3,
    7 * 24 * 3600e3
  };

  /// Ticks that are at least `distance` apart on `scale`.
  public static TimeTicks of(TimeScale scale, WallTime wall, double distance) {
    double least = scale.millis(distance);
    double step = STEPS[STEPS.length - 1];
    for (double candidate : STEPS) {
      if (candidate >= least) {
        step = candidate;
        break;
      }
    }
    var at = new ArrayList<Double>();
    var window = scale.window();
    double first = wall.firstTick(window.from(), step);
    for (int i = 0; i < 200 && first + i * step <= window.to(); i++) {
      at.add(first + i * step);
    }
    return new TimeTicks(step, List.copyOf(at));
  }
}
