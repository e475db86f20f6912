// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.devices;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.guest.DriveSlowRow;

/// Keeps the slowest step that grew from one look to the next, for each drive and operation.
/// Bounded: of many, the slowest stay. One thread at a time.
final class SlowRequests {

  static final int MOST = 100;

  private static final Comparator<DriveSlowRow> SLOWEST_FIRST =
      Comparator.comparingLong(DriveSlowRow::least)
          .thenComparingLong(DriveSlowRow::after)
          .reversed();

  private final List<DriveSlowRow> slowest = new ArrayList<>();

  private record Kind(String drive, String operation) {}

  /// @param grown steps that grew since the look before, the fastest first
  void take(List<DriveHistoryRow> grown) {
    var last = new HashMap<Kind, DriveSlowRow>();
    for (var row : grown) {
      last.put(
          new Kind(row.drive(), row.operation()),
          new DriveSlowRow(
              row.drive(),
              row.operation(),
              row.requests(),
              row.least(),
              row.below(),
              row.after(),
              row.before()));
    }
    slowest.addAll(last.values());
    slowest.sort(SLOWEST_FIRST);
    while (slowest.size() > MOST) {
      slowest.removeLast();
    }
  }

  List<DriveSlowRow> rows() {
    return List.copyOf(slowest);
  }
}
