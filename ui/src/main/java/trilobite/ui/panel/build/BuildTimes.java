// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.build.FileTime;
import trilobite.model.job.Job;
import trilobite.model.table.Table;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.control.Hint;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.panel.Desk;

/// How long each file took, in the last build and the time before. JavaFX thread.
final class BuildTimes extends VBox {

  /// A file that takes so much longer than before is marked, in ms and as a share.
  private static final double MUCH_MILLIS = 200;

  private static final double MUCH_SHARE = 0.25;

  private final Desk desk;
  private final Grid<FileTime> grid;

  BuildTimes(Desk desk, FileChoice files) {
    this.desk = desk;
    grid = new Grid<>(desk, spec(), files);
    grid.placeholder(
        Hint.empty(
            "ci-time",
            "No times of single files",
            "They appear after a build by a toolchain that tells them: one that names each file as"
                + " it begins it, or keeps a log of its own."));
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar = new HBox(grid.filterField(), grid.count(), space, grid.tools());
    bar.getStyleClass().add("tri-toolbar");
    VBox.setVgrow(grid.node(), Priority.ALWAYS);
    getChildren().addAll(bar, grid.node());
  }

  private static GridSpec<FileTime> spec() {
    var columns =
        Table.of("times", FileTime.class).columns().stream()
            .map(GridColumn::of)
            .map(BuildTimes::shown)
            .toList();
    return new GridSpec<>(
        "times", columns, FileTime::file, BuildTimes::look, "Filter files by name");
  }

  private static GridColumn<FileTime> shown(GridColumn<FileTime> column) {
    return switch (column.name()) {
      case "file" -> column.wide(36);
      case "took" -> column.saying(time -> millis(time.took(), ""));
      case "before" -> column.saying(time -> millis(time.before(), ""));
      case "change" -> column.saying(time -> millis(time.change(), "+"));
      case String _ -> column;
    };
  }

  private static String millis(OptionalDouble time, String sign) {
    return time.isEmpty()
        ? "–"
        : String.format(Locale.ROOT, "%" + sign + ",.0f ms", time.getAsDouble());
  }

  private static String look(FileTime time) {
    double change = time.change().orElse(0);
    return time.took().isEmpty()
        ? "grid-dim"
        : change > MUCH_MILLIS && change > MUCH_SHARE * time.before().orElse(0) ? "grid-warn" : "";
  }

  /// Reads them anew.
  void read() {
    var project = desk.session().project().get();
    if (project.isEmpty()) {
      grid.rows(List.of());
      return;
    }
    var open = project.get();
    desk.background(
        new Job<>(
            "Read build times", _ -> desk.workbench().builds().times(open.folder(), open.target())),
        grid::rows,
        _ -> grid.rows(List.of()));
  }

  void focusMain() {
    grid.focus();
  }

  void close() {
    grid.close();
  }
}
