// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.List;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.ConsoleLog;

/// When lines arrived. All bytes of one read of the serial socket share a time, so that the log is
/// asked twice a read and not once a line.
final class LineTimes {

  private final ConsoleLog log;
  private double time = Double.NaN;
  private long from;
  private long to;

  LineTimes(ConsoleLog log) {
    this.log = log;
  }

  /// One time a line, in their order; NaN where it is not known.
  double[] of(List<ConsoleLine> lines) {
    return lines.stream().mapToDouble(this::of).toArray();
  }

  double of(ConsoleLine line) {
    long offset = line.offset();
    if (offset < from || offset >= to) {
      time = log.timeAt(offset).orElse(Double.NaN);
      from = offset;
      to = Double.isNaN(time) ? offset : log.offsetAt(Math.nextUp(time));
    }
    return time;
  }
}
