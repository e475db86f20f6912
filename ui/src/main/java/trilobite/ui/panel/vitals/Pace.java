// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Says when the column is worth drawing anew: at once where something else is to be seen,
/// otherwise when the time axis has moved by three pixels. A minute on a column does that twice a
/// second, as often as there are new samples; at frame rate it would cost a fifth of a core. While
/// no curve goes far either, every other time will do: most guests rest most of the time, and a
/// guest under steady load needs the processors itself. JavaFX thread.
final class Pace {

  private static final double SHORTEST_MILLIS = 40;

  /// Numbers and badges keep up at this rate whatever the range is.
  private static final double LONGEST_MILLIS = 500;

  private static final double PIXELS = 3;

  /// An axis that moves this seldom may rest while no curve moves; a faster one is watched for it.
  private static final double SLOW_MILLIS = 400;

  /// What moves about twice or four times a second does so in step with what else looks that often:
  /// a picture of its own for each would be painted twice as often.
  private static final List<Double> SHARED_MILLIS = List.of(LONGEST_MILLIS, LONGEST_MILLIS / 2);

  private static final double NEAR = 0.7;

  private @Nullable Object drawn;
  private long slot = Long.MIN_VALUE;
  private long looked = Long.MIN_VALUE;

  /// @param nanos the monotonic clock
  /// @param span of the time axis, in ms
  /// @param width of the time axis, in pixels
  /// @param sight everything else that is shown, comparable by `equals`
  /// @param moved whether a curve's newest value is another than what was drawn last
  boolean due(long nanos, double span, double width, Object sight, BooleanSupplier moved) {
    double step = step(span, width);
    long now = (long) (nanos / 1e6 / step);
    boolean same = sight.equals(drawn);
    if (same && (now == slot || now == looked)) {
      return false;
    }
    looked = now;
    if (same && step >= SLOW_MILLIS && now == slot + 1 && !moved.getAsBoolean()) {
      return false;
    }
    slot = now;
    drawn = sight;
    return true;
  }

  /// Ms in which a time axis of `span` ms on `width` pixels moves by enough to be drawn anew.
  static double step(double span, double width) {
    double step = Math.clamp(PIXELS * span / Math.max(1, width), SHORTEST_MILLIS, LONGEST_MILLIS);
    return SHARED_MILLIS.stream().filter(shared -> step >= NEAR * shared).findFirst().orElse(step);
  }
}
