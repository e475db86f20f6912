// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import java.time.Instant;

/// The one door to the host's clocks. What a test wants to hold still takes a
/// [java.util.function.LongSupplier] and is given `HostClock::nanos` by its maker.
public final class HostClock {
  private HostClock() {}

  /// The monotonic clock, in nanoseconds; comparable within this host boot only.
  public static long nanos() {
    return System.nanoTime();
  }

  /// Wall time, for showing and naming; it may jump, so it never orders or measures anything.
  public static Instant wall() {
    return Instant.now();
  }
}
