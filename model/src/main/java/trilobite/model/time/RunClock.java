// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import java.time.Instant;

/// The one clock of a run: milliseconds since QMP `cont`, on the host's monotonic clock. Wall time
/// is kept once, so that a wall clock that jumps never moves an event.
///
/// @param startedWall wall time of `cont`
/// @param startedNanos the monotonic clock at `cont`, comparable within this host boot
public record RunClock(Instant startedWall, long startedNanos) {

  /// Run time, in ms, of a monotonic reading.
  public double millisAt(long nanos) {
    return (nanos - startedNanos) / 1e6;
  }

  /// Wall time to show for a run time.
  public Instant wallAt(double millis) {
    return startedWall.plusNanos(Math.round(millis * 1e6));
  }
}
