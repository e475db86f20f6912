// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.devices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trilobite.model.guest.DriveLatencyRow;
import trilobite.model.guest.DriveSlowRow;

/// Remembers which step of the histograms grew from one look to the next, the slowest of each drive
/// and operation. Bounded: of many, the slowest stay. One thread at a time.
final class SlowRequests {

  static final int MOST = 100;

  private static final Comparator<DriveSlowRow> SLOWEST_FIRST =
      Comparator.comparingLong(DriveSlowRow::least)
          .thenComparingLong(DriveSlowRow::after)
          .reversed();

  private final Map<Step, Long> counted = new HashMap<>();
  private final List<DriveSlowRow> slowest = new ArrayList<>();
  private long last;

  /// A bar of a histogram.
  private record Step(String drive, String operation, long least) {}

  private record Kind(String drive, String operation) {}

  /// Takes a look in.
  ///
  /// @param now ms on the run's clock
  void take(List<DriveLatencyRow> bars, long now) {
    var grown = new HashMap<Kind, DriveSlowRow>();
    for (var bar : bars) {
      var step = new Step(bar.drive(), bar.operation(), bar.least());
      long more = bar.requests() - counted.getOrDefault(step, 0L);
      counted.put(step, bar.requests());
      if (more > 0) {
        // Bars come from the fastest to the slowest.
        grown.put(
            new Kind(bar.drive(), bar.operation()),
            new DriveSlowRow(
                bar.drive(), bar.operation(), more, bar.least(), bar.below(), last, now));
      }
    }
    slowest.addAll(grown.values());
    slowest.sort(SLOWEST_FIRST);
    while (slowest.size() > MOST) {
      slowest.removeLast();
    }
    last = now;
  }

  List<DriveSlowRow> rows() {
    return List.copyOf(slowest);
  }
}
