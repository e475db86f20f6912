// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.SplittableRandom;

/// When samples are due: on average each millisecond, at random moments, lest they beat with the
/// guest's own timer. What a sleep takes too long shortens the next one, or there would be 870 a
/// second on a busy host. One thread.
final class Moments {

  private static final int LEAST_NANOS = 500_000;
  private static final int JITTER_NANOS = 1_000_001;

  /// Samples that were missed for longer are not made up for: many at one moment tell nothing more.
  private static final long LATE_NANOS = LEAST_NANOS;

  private final SplittableRandom random = new SplittableRandom();
  private long due;

  void begin(long now) {
    due = now;
  }

  /// Nanoseconds to sleep before the next sample; never less than none.
  long next(long now) {
    due = Math.max(due, now - LATE_NANOS) + LEAST_NANOS + random.nextInt(JITTER_NANOS);
    return due - now;
  }
}
