// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import trilobite.model.guest.DriveLatencyRow;
import trilobite.model.guest.DriveRow;
import trilobite.model.guest.DriveSlowRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.WallTime;
import trilobite.ui.control.Bar;
import trilobite.ui.grid.CellView;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridPages;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.grid.GuestGrid;
import trilobite.ui.grid.GuestWords;
import trilobite.ui.grid.Parts;
import trilobite.ui.panel.Desk;

/// The drives, how long their requests took, and the slowest of them: one of the three at a time.
final class DriveTables {

  static final String SLOWEST = "Slowest";
  private static final String REST = "Vitals, Console and Packets go on.";

  private final Desk desk;
  private final FileChoice files;
  private final ZoneId zone;
  private final GridPages pages = new GridPages();
  private final Histogram histogram = new Histogram();
  private final Grid<DriveRow> drives;
  private final Grid<DriveSlowRow> slowest;

  /// What the histogram's bars are measured against.
  private static final class Histogram {
    private final Map<String, Long> highest = new HashMap<>();
    private final Map<String, Long> first = new HashMap<>();
    private final Map<String, Long> last = new HashMap<>();

    private static String kind(DriveLatencyRow row) {
      return row.drive() + " " + row.operation();
    }

    void take(List<DriveLatencyRow> rows) {
      highest.clear();
      first.clear();
      last.clear();
      for (var row : rows) {
        if (row.requests() > 0) {
          highest.merge(kind(row), row.requests(), Math::max);
          first.putIfAbsent(kind(row), row.least());
          last.put(kind(row), row.least());
        }
      }
    }

    double share(DriveLatencyRow row) {
      return row.requests() / (double) highest.getOrDefault(kind(row), Long.MAX_VALUE);
    }

    /// Empty steps at both ends say nothing.
    boolean worthARow(DriveLatencyRow row) {
      return row.least() >= first.getOrDefault(kind(row), Long.MAX_VALUE)
          && row.least() <= last.getOrDefault(kind(row), Long.MIN_VALUE);
    }
  }

  /// A bar of the histogram, with its figure.
  private final class Requests implements CellView<DriveLatencyRow> {
    private final Bar bar = new Bar();
    private final Label figure = Parts.label("tri-mono");
    private final HBox node = Parts.line(bar, Parts.space(), figure);

    Requests() {
      bar.getStyleClass().add("disk-bar");
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(DriveLatencyRow row) {
      bar.show(histogram.share(row), Double.NaN, "series-1");
      figure.setText(String.valueOf(row.requests()));
    }
  }

  DriveTables(Desk desk, FileChoice files, ZoneId zone) {
    this.desk = desk;
    this.files = files;
    this.zone = zone;
    drives = new Grid<>(desk, drivesSpec(), files);
    slowest = new Grid<>(desk, slowestSpec(), files);
    pages.add(
        "Drives",
        table(
            Views.DRIVES,
            drives,
            new GuestWords(
                "drives",
                "ci-vmdk-disk",
                "No drives",
                "This guest has none. A target gets one in the project's settings, under Drives.",
                REST)));
    pages.add("Latency", latency());
    pages.add(SLOWEST, table(Views.DRIVE_SLOWEST, slowest, requests("slowest requests")));
  }

  private static GuestWords requests(String things) {
    return new GuestWords(
        things,
        "ci-data-base-alt",
        "No requests yet",
        "QEMU counts how long each takes once the guest uses a drive.",
        REST);
  }

  private GuestGrid<DriveLatencyRow> latency() {
    var grid = new Grid<>(desk, latencySpec(), files);
    var table = table(Views.DRIVE_LATENCY, grid, requests("latencies"));
    table.follow(
        reading -> {
          histogram.take(reading.value().rows());
          grid.narrow(histogram::worthARow);
          grid.repaint();
        });
    return table;
  }

  private <R extends Record> GuestGrid<R> table(View<R> view, Grid<R> grid, GuestWords words) {
    return new GuestGrid<>(desk, view, grid, words, zone);
  }

  private static GridSpec<DriveRow> drivesSpec() {
    return GridSpec.of(
            Views.DRIVES,
            Set.of("read_time", "write_time", "flush_time"),
            DriveRow::drive,
            row -> row.failed() > 0 ? "grid-warn" : "",
            "Filter by drive")
        .with(
            Map.of(
                "drive", wide(6),
                "reads", wide(5),
                "writes", wide(5),
                "flushes", wide(5.5),
                "failed", wide(4.5),
                "queue", wide(5),
                "read_bytes", wide(7),
                "written_bytes", wide(8)));
  }

  private GridSpec<DriveLatencyRow> latencySpec() {
    return GridSpec.of(
            Views.DRIVE_LATENCY,
            Set.<String>of(),
            (DriveLatencyRow row) -> row.drive() + " " + row.operation() + " " + row.least(),
            row -> "",
            "Filter by drive or operation")
        .with(
            Map.of(
                "drive", wide(6),
                "operation", wide(6),
                "least", wide(7),
                "below", wide(7),
                "requests", column -> column.wide(18).drawn(Requests::new)));
  }

  private GridSpec<DriveSlowRow> slowestSpec() {
    return GridSpec.of(
            Views.DRIVE_SLOWEST,
            Set.of("after"),
            (DriveSlowRow row) -> row.drive() + " " + row.operation() + " " + row.before(),
            row -> "",
            "Filter by drive or operation")
        .with(
            Map.of(
                "drive", wide(6),
                "operation", wide(6),
                "requests", wide(6),
                "least", wide(7),
                "below", wide(7),
                "after", this::moment,
                "before", this::moment));
  }

  private GridColumn<DriveSlowRow> moment(GridColumn<DriveSlowRow> column) {
    boolean after = column.name().equals("after");
    return column
        .titled(after ? "Ended after" : "Ended before")
        .saying(row -> wall().exact((double) (after ? row.after() : row.before())));
  }

  private WallTime wall() {
    return desk.session().run().get().map(run -> run.wall(zone)).orElse(WallTime.SINCE_START);
  }

  private static <R> UnaryOperator<GridColumn<R>> wide(double em) {
    return column -> column.wide(em);
  }

  GridPages node() {
    return pages;
  }

  /// Hears which drive is selected, if one is.
  void onDrive(Consumer<Optional<String>> listener) {
    drives.selected().addListener((_, _, row) -> listener.accept(row.map(DriveRow::drive)));
  }

  /// Hears of a slow request that someone selects.
  void onSlow(Consumer<DriveSlowRow> listener) {
    slowest.selected().addListener((_, _, row) -> row.ifPresent(listener));
  }

  /// Brings the slowest request to the front.
  void slowest() {
    pages.choose(SLOWEST);
    slowest.focus();
  }

  void focus() {
    drives.focus();
  }
}
