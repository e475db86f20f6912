// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.devices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.guest.DriveLatencyRow;

/// Remembers how high each step of the histograms stood. One thread at a time.
final class GrownSteps {

  private final Map<Step, Long> counted = new HashMap<>();
  private long last;

  /// A bar of a histogram.
  private record Step(String drive, String operation, long least) {}

  /// Nothing that ended before is told of.
  ///
  /// @param now ms on the run's clock
  void begin(long now) {
    last = now;
  }

  /// The steps that grew since the look before, each drive and operation from the fastest to the
  /// slowest. A step that fell was reset and counts from zero.
  List<DriveHistoryRow> since(List<DriveLatencyRow> bars, long now) {
    var grown = new ArrayList<DriveHistoryRow>();
    for (var bar : bars) {
      var step = new Step(bar.drive(), bar.operation(), bar.least());
      long before = counted.getOrDefault(step, 0L);
      long more = bar.requests() >= before ? bar.requests() - before : bar.requests();
      counted.put(step, bar.requests());
      if (more > 0) {
        grown.add(
            new DriveHistoryRow(
                bar.drive(), bar.operation(), last, now, bar.least(), bar.below(), more));
      }
    }
    last = now;
    return List.copyOf(grown);
  }
}
