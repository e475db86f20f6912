// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Arrays;
import java.util.List;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.ConsoleLog;

/// When lines arrived. A whole read of the serial socket shares one time, so that most lines of a
/// burst are answered by asking for the first and the last of them.
final class LineTimes {

  private final ConsoleLog log;

  LineTimes(ConsoleLog log) {
    this.log = log;
  }

  double of(ConsoleLine line) {
    return log.timeAt(line.offset()).orElse(Double.NaN);
  }

  /// One time a line, in their order.
  double[] of(List<ConsoleLine> lines) {
    double[] times = new double[lines.size()];
    if (times.length > 0) {
      int last = times.length - 1;
      times[0] = of(lines.getFirst());
      times[last] = of(lines.getLast());
      fill(lines, times, 0, last);
    }
    return times;
  }

  /// Fills what lies between two known times.
  private void fill(List<ConsoleLine> lines, double[] times, int first, int last) {
    if (last - first < 2) {
      return;
    }
    if (Double.compare(times[first], times[last]) == 0) {
      Arrays.fill(times, first + 1, last, times[first]);
      return;
    }
    int middle = (first + last) >>> 1;
    times[middle] = of(lines.get(middle));
    fill(lines, times, first, middle);
    fill(lines, times, middle, last);
  }
}
