// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.util.function.LongSupplier;
import trilobite.model.time.RunClock;

/// The run's clock, going.
///
/// @param nanos the host's monotonic clock
record RunTime(RunClock clock, LongSupplier nanos) {

  /// Milliseconds since `cont`.
  double now() {
    return clock.millisAt(nanos.getAsLong());
  }
}
