// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import trilobite.model.port.Load.Figures;

/// What all connections measured together. Safe from any thread.
final class LoadCounts {

  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(10);

  final LongAdder sent = new LongAdder();
  final LongAdder failed = new LongAdder();
  final LongAdder late = new LongAdder();
  private final LongAdder answered = new LongAdder();
  private final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, 3);

  void answered(long nanos) {
    answered.increment();
    micros.recordValue(Math.clamp(nanos / 1000, 0, LONGEST_MICROS));
  }

  Figures figures() {
    // A copy, since the percentiles of one that changes may not fit each other.
    var still = micros.copy();
    return new Figures(
        sent.sum(),
        answered.sum(),
        failed.sum(),
        late.sum(),
        still.getTotalCount() == 0 ? 0 : still.getValueAtPercentile(50) / 1000.0,
        still.getTotalCount() == 0 ? 0 : still.getValueAtPercentile(99) / 1000.0);
  }
}
