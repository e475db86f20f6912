// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.SplitPane;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.Graph;
import trilobite.ui.grid.GuestWatch;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;

/// The panel: tables at the left, graphs at the right. A drive that is selected has the heat map
/// for itself; a slow request that is selected takes the common cursor to its moment.
final class DiskView extends SplitPane implements PanelView {

  private final Desk desk;
  private final DriveTables tables;
  private final DiskGraphs graphs;
  private final GuestWatch<Measured<Listing<DriveHistoryRow>>> watch;
  private final ChangeListener<Optional<ShownRun>> runChanged = (_, _, _) -> begin();
  private double share = 0.66;

  DiskView(Desk desk, FileChoice files, ZoneId zone) {
    this.desk = desk;
    getStyleClass().addAll("tri-panel", "disk");
    getStylesheets().addAll(sheet(Graph.class, "chart.css"), sheet(DiskView.class, "disk.css"));
    tables = new DriveTables(desk, files, zone);
    graphs = new DiskGraphs(desk, zone);
    watch =
        new GuestWatch<>(
            desk, "Read latencies", guest -> guest.eyes().see(Views.DRIVE_HISTORY), this::show);
    tables.onDrive(graphs::only);
    tables.onSlow(row -> graphs.point((double) row.before()));
    // A narrow window cuts them off at the right rather than pushing them out on both sides.
    tables.node().setMinWidth(0);
    graphs.setMinWidth(0);
    getItems().add(tables.node());
    desk.session().run().addListener(runChanged);
    desk.commands()
        .add(
            Command.always(
                "disk.slowest", "Disk: slowest requests", "ci-vmdk-disk", "", this::slowest));
    begin();
  }

  private static String sheet(Class<?> beside, String name) {
    return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
  }

  private void slowest() {
    desk.reveal("disk");
    tables.slowest();
  }

  private void begin() {
    beside(desk.session().run().get().isPresent());
    graphs.begin();
    watch.again();
  }

  /// Without a run there is no time for the graphs to lie along.
  private void beside(boolean any) {
    if (any && getItems().size() == 1) {
      getItems().add(graphs);
      setDividerPositions(share);
    } else if (!any && getItems().size() == 2) {
      share = getDividerPositions()[0];
      getItems().remove(graphs);
    }
  }

  private void show(LiveGuest from, Measured<Listing<DriveHistoryRow>> seen) {
    if (desk.session().run().get().flatMap(ShownRun::live).equals(Optional.of(from))) {
      graphs.take(seen.value().map(Listing::rows).orElse(List.of()));
    }
  }

  @Override
  public void shown(boolean visible) {
    tables.node().shown(visible);
    graphs.shown(visible);
    watch.visible(visible);
  }

  @Override
  public void focusMain() {
    tables.focus();
  }

  @Override
  public void close() {
    shown(false);
    desk.session().run().removeListener(runChanged);
    tables.node().close();
    graphs.close();
  }

  /// For tests.
  DiskGraphs graphs() {
    return graphs;
  }
}
