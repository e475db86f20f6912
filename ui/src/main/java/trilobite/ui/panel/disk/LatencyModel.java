// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import trilobite.model.console.GuestText;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.table.CellText;

/// What the heat map shows: which requests of which drive, and where they stand. Pure.
final class LatencyModel {

  /// What took less stands at the lower edge, in ns.
  static final double LEAST = 5_000;

  /// What took longer stands at the upper edge, in ns.
  static final double MOST = 2e9;

  /// Decades with a line of their own, in ns.
  static final List<Double> LINES = List.of(1e4, 1e5, 1e6, 1e7, 1e8, 1e9);

  private List<DriveHistoryRow> all = List.of();
  private List<DriveHistoryRow> shown = List.of();
  private Optional<String> drive = Optional.empty();
  private double busiest;

  void take(List<DriveHistoryRow> rows) {
    all = List.copyOf(rows);
    filter();
  }

  /// Shows one drive's requests, or those of all.
  void only(Optional<String> wanted) {
    drive = wanted;
    filter();
  }

  private void filter() {
    shown = all.stream().filter(row -> drive.isEmpty() || drive.get().equals(row.drive())).toList();
    busiest = shown.stream().mapToDouble(LatencyModel::rate).max().orElse(0);
  }

  private static double rate(DriveHistoryRow row) {
    return (double) row.requests() / Math.max(1, row.before() - row.after());
  }

  List<DriveHistoryRow> shown() {
    return shown;
  }

  /// Whose requests these are.
  String subtitle() {
    return drive.map(GuestText::visible).orElse("all drives");
  }

  /// Height above the lower edge as a share of the plot; each decade is as high as the next.
  static double share(double nanos) {
    double inside = Math.clamp(nanos, LEAST, MOST);
    return Math.log(inside / LEAST) / Math.log(MOST / LEAST);
  }

  /// How strong a step is drawn, 0 to 1: many requests in a short time are strongest, and a single
  /// one can be seen.
  double strength(DriveHistoryRow row) {
    if (busiest == 0) {
      return 0;
    }
    double least = busiest / 10_000;
    double share = Math.log(Math.max(rate(row), least) / least) / Math.log(10_000);
    return 0.35 + 0.65 * share;
  }

  /// What ended at a time, or in the whole run.
  String words(OptionalDouble cursor) {
    var rows =
        cursor.isPresent()
            ? shown.stream()
                .filter(
                    row ->
                        row.after() < cursor.getAsDouble() && row.before() >= cursor.getAsDouble())
                .toList()
            : shown;
    long count = rows.stream().mapToLong(DriveHistoryRow::requests).sum();
    return slowest(rows)
        .map(
            row ->
                "%s, slowest %s"
                    .formatted(
                        count == 1
                            ? "1 request"
                            : String.format(Locale.ROOT, "%,d requests", count),
                        slowest(row)))
        .orElse(cursor.isPresent() ? "no request" : "");
  }

  private static Optional<DriveHistoryRow> slowest(List<DriveHistoryRow> rows) {
    return rows.stream().max(Comparator.comparingLong(DriveHistoryRow::least));
  }

  private static String slowest(DriveHistoryRow row) {
    return row.least() == 0
        ? "< " + CellText.of(row.below(), "ns")
        : "≥ " + CellText.of(row.least(), "ns");
  }
}
