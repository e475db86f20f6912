// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import org.jspecify.annotations.Nullable;

/// Says when the column is worth drawing anew: at once where something else is to be seen,
/// otherwise when the time axis has moved by three pixels. A minute on a column does that twice a
/// second, as often as there are new samples; at frame rate it would cost a fifth of a core. JavaFX
/// thread.
final class Pace {

  private static final double SHORTEST_MILLIS = 40;

  /// Numbers and badges keep up at this rate whatever the range is.
  private static final double LONGEST_MILLIS = 500;

  private static final double PIXELS = 3;

  private @Nullable Object drawn;
  private long slot = Long.MIN_VALUE;

  /// @param nanos the monotonic clock
  /// @param span of the time axis, in ms
  /// @param width of the time axis, in pixels
  /// @param sight everything else that is shown, comparable by `equals`
  boolean due(long nanos, double span, double width, Object sight) {
    double step = Math.clamp(PIXELS * span / Math.max(1, width), SHORTEST_MILLIS, LONGEST_MILLIS);
    long now = (long) (nanos / 1e6 / step);
    if (now == slot && sight.equals(drawn)) {
      return false;
    }
    slot = now;
    drawn = sight;
    return true;
  }
}
