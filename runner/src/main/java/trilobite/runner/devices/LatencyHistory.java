// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.devices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import trilobite.model.guest.DriveHistoryRow;

/// What looks found, for as long as a run lasts. Bounded: when there are too many rows, the older
/// half of the looks is joined two by two, so that the newest stay as fine as they were taken and
/// no request is lost. One thread at a time.
final class LatencyHistory {

  /// Rows kept.
  static final int MOST = 4_000;

  private final List<List<DriveHistoryRow>> looks = new ArrayList<>();
  private int size;

  private record Step(String drive, String operation, long least) {}

  void take(List<DriveHistoryRow> grown) {
    if (!grown.isEmpty()) {
      looks.add(grown);
      size += grown.size();
    }
    while (size > MOST && looks.size() > 1) {
      join();
    }
  }

  private void join() {
    int half = Math.max(2, looks.size() / 2);
    var joined = new ArrayList<List<DriveHistoryRow>>();
    for (int i = 0; i < half; i += 2) {
      joined.add(i + 1 < half ? sum(looks.get(i), looks.get(i + 1)) : looks.get(i));
    }
    joined.addAll(looks.subList(half, looks.size()));
    looks.clear();
    looks.addAll(joined);
    size = looks.stream().mapToInt(List::size).sum();
  }

  private static List<DriveHistoryRow> sum(List<DriveHistoryRow> one, List<DriveHistoryRow> next) {
    var rows = new LinkedHashMap<Step, DriveHistoryRow>();
    one.forEach(row -> rows.put(step(row), row));
    next.forEach(row -> rows.merge(step(row), row, LatencyHistory::sum));
    return List.copyOf(rows.values());
  }

  private static Step step(DriveHistoryRow row) {
    return new Step(row.drive(), row.operation(), row.least());
  }

  private static DriveHistoryRow sum(DriveHistoryRow one, DriveHistoryRow next) {
    return new DriveHistoryRow(
        one.drive(),
        one.operation(),
        one.after(),
        next.before(),
        one.least(),
        one.below(),
        one.requests() + next.requests());
  }

  /// Oldest first.
  List<DriveHistoryRow> rows() {
    return looks.stream().flatMap(List::stream).toList();
  }
}
