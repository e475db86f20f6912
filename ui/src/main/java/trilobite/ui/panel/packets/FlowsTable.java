// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.Views;
import trilobite.model.job.Job;
import trilobite.model.port.Jobs;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.panel.Desk;

/// The connections that the packets make up; Enter shows the packets of one.
final class FlowsTable {

  private static final Map<String, Double> WIDTHS =
      Map.ofEntries(
          Map.entry("id", 4.0),
          Map.entry("protocol", 4.5),
          Map.entry("guest", 8.5),
          Map.entry("guest_port", 5.0),
          Map.entry("peer", 8.5),
          Map.entry("peer_port", 5.5),
          Map.entry("state", 9.0),
          Map.entry("rx_packets", 5.0),
          Map.entry("tx_packets", 5.0),
          Map.entry("rx_bytes", 7.0),
          Map.entry("tx_bytes", 7.0),
          Map.entry("guest_rtt", 6.5),
          Map.entry("retransmissions", 4.5),
          Map.entry("unanswered_syns", 7.5));

  private final Desk desk;
  private final Grid<FlowRow> grid;
  private final VBox node;
  private Optional<Jobs.Running<Listing<FlowRow>>> running = Optional.empty();

  FlowsTable(Desk desk, FileChoice files, Consumer<FlowRow> open) {
    this.desk = desk;
    var columns =
        Views.FLOWS.table().columns().stream()
            .map(GridColumn::of)
            .map(
                c ->
                    WIDTHS.containsKey(c.name())
                        ? c.wide(WIDTHS.getOrDefault(c.name(), 8.0))
                        : c.optional())
            .toList();
    grid =
        new Grid<>(
            desk,
            new GridSpec<>(
                "flows",
                columns,
                (Function<FlowRow, Object>) FlowRow::id,
                flow ->
                    flow.unansweredSyns() > 0
                        ? "grid-bad"
                        : flow.retransmissions() > 0 ? "grid-warn" : "",
                "Filter flows by address or port"),
            files);
    grid.opens(open);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar = new HBox(grid.filterField(), grid.count(), space, grid.tools());
    bar.getStyleClass().add("tri-toolbar");
    VBox.setVgrow(grid.node(), Priority.ALWAYS);
    node = new VBox(bar, grid.node());
  }

  Node node() {
    return node;
  }

  /// Reads the flows anew, unless that is under way.
  void refresh(PacketStore store) {
    if (running.filter(job -> !job.result().isDone()).isEmpty()) {
      running =
          Optional.of(
              desk.background(
                  new Job<>("Read flows", _ -> store.flows()),
                  flows -> grid.rows(flows.rows()),
                  _ -> {}));
    }
  }

  void close() {
    grid.close();
  }
}
