// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.ui.grid.CellView;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.grid.ShapeCell;
import trilobite.ui.grid.TextCell;

/// The views' columns as this panel shows them; any that a view gets besides are there to be
/// chosen.
final class ConnectionColumns {

  private final Ways ways;

  /// @param ways where a press on a name leads
  ConnectionColumns(Ways ways) {
    this.ways = ways;
  }

  GridSpec<ListenerRow> listeners() {
    return spec(
        Views.LISTENERS,
        listenerLooks(),
        row -> row.address() + ":" + row.port(),
        ConnectionsModel::rowClass,
        "Filter by port or thread");
  }

  GridSpec<SocketRow> sockets() {
    return spec(
        Views.SOCKETS,
        socketLooks(),
        row -> row.address() + " " + row.localPort() + " " + row.remote(),
        ConnectionsModel::rowClass,
        "Filter by state, port or peer");
  }

  /// In the order in which they stand. The state's column has the queue too, since both say how
  /// full it is.
  Map<String, UnaryOperator<GridColumn<ListenerRow>>> listenerLooks() {
    var looks = new LinkedHashMap<String, UnaryOperator<GridColumn<ListenerRow>>>();
    looks.put("local", column -> column.wide(8).drawn(ConnectionColumns::listening));
    looks.put("thread", column -> column.wide(5.2).drawn(this::acceptor));
    looks.put(
        "state",
        column ->
            column
                .titled("Accept backlog")
                .wide(15.6)
                .saying(row -> ConnectionsModel.queue(row) + " " + row.state())
                .drawn(Cells.Backlog::new));
    looks.put(
        "accepted",
        column -> column.wide(6).saying(row -> ConnectionsModel.figure(row.accepted())));
    looks.put(
        "syn_dropped",
        column ->
            column
                .wide(7.5)
                .saying(row -> ConnectionsModel.figure(row.synDropped()))
                .drawn(ConnectionColumns::dropped));
    return looks;
  }

  Map<String, UnaryOperator<GridColumn<SocketRow>>> socketLooks() {
    var looks = new LinkedHashMap<String, UnaryOperator<GridColumn<SocketRow>>>();
    looks.put("state", column -> column.wide(9.8).drawn(ConnectionColumns::state));
    looks.put("local", column -> column.wide(5).saying(row -> ":" + row.localPort()));
    looks.put("remote", column -> column.wide(10.6));
    looks.put(
        "peer", column -> column.wide(8.6).saying(ConnectionsModel::peer).drawn(Cells.Peer::new));
    looks.put(
        "receive_queue",
        column -> column.wide(6.8).drawn(() -> new Cells.Queue(SocketRow::receiveQueue)));
    looks.put(
        "send_queue",
        column -> column.wide(6.8).drawn(() -> new Cells.Queue(SocketRow::sendQueue)));
    looks.put("retransmits", column -> column.wide(4.1));
    looks.put("rtt", column -> column.titled("RTT, ms").wide(5.4).saying(ConnectionColumns::rtt));
    looks.put(
        "age",
        column -> column.titled("Age").wide(4.6).saying(row -> ConnectionsModel.age(row.age())));
    looks.put(
        "thread", column -> column.wide(6.6).saying(ConnectionsModel::thread).drawn(this::user));
    return looks;
  }

  /// Protocol, address and port.
  private static CellView<ListenerRow> listening() {
    return new TextCell<>(row -> row.protocol() + " " + row.local(), "tri-mono", "conn-strong");
  }

  private CellView<ListenerRow> acceptor() {
    return new TextCell<ListenerRow>(row -> row.thread().map(GuestText::visible).orElse("–"))
        .leading(row -> ways.toThread(row.threadId()), row -> ways.thread(row.threadId()));
  }

  /// Red where it should be none.
  private static CellView<ListenerRow> dropped() {
    return TextCell.<ListenerRow>right(row -> ConnectionsModel.figure(row.synDropped()), "tri-mono")
        .marked("tri-bad", row -> row.synDropped().orElse(0) > 0)
        .marked("tri-subtle", row -> row.synDropped().orElse(0) == 0);
  }

  private static CellView<SocketRow> state() {
    return new ShapeCell<>(
        "conn-shape",
        row -> "conn-" + ConnectionsModel.shape(row),
        row -> GuestText.visible(row.state()),
        "tri-mono");
  }

  /// The thread that uses it, or where it waits for one.
  private CellView<SocketRow> user() {
    return new TextCell<SocketRow>(ConnectionColumns::userWords)
        .leading(this::leads, row -> ways.thread(row.threadId()))
        .marked("tri-bad", row -> row.inBacklog() || ConnectionsModel.lonely(row));
  }

  private boolean leads(SocketRow row) {
    return !row.inBacklog() && !ConnectionsModel.lonely(row) && ways.toThread(row.threadId());
  }

  private static String userWords(SocketRow row) {
    var words = ConnectionsModel.thread(row);
    return words.isEmpty() ? "–" : words;
  }

  private static String rtt(SocketRow row) {
    return row.rtt().isPresent()
        ? String.format(
            Locale.ROOT, row.rtt().getAsDouble() < 100 ? "%.1f" : "%.0f", row.rtt().getAsDouble())
        : "";
  }

  private static <R extends Record> GridSpec<R> spec(
      View<R> view,
      Map<String, UnaryOperator<GridColumn<R>>> looks,
      Function<R, ?> key,
      Function<R, String> rowClass,
      String prompt) {
    var order = List.copyOf(looks.keySet());
    var columns =
        view.table().columns().stream()
            .map(GridColumn::of)
            .map(c -> looks.getOrDefault(c.name(), GridColumn::optional).apply(c))
            .sorted(
                Comparator.comparingInt(
                    c -> order.contains(c.name()) ? order.indexOf(c.name()) : order.size()))
            .toList();
    return new GridSpec<>(view.name(), columns, key, rowClass, prompt);
  }
}
