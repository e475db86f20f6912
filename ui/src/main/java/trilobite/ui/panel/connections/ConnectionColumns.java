// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridSpec;

/// The views' columns as this panel shows them; any that a view gets besides are there to be
/// chosen.
final class ConnectionColumns {

  /// In the order in which they stand. The state's column has the queue too, since both say how
  /// full it is.
  private static final Map<String, UnaryOperator<GridColumn<ListenerRow>>> LISTENERS = listening();

  private static final Map<String, UnaryOperator<GridColumn<SocketRow>>> SOCKETS =
      ordered(
          Map.entry("state", column -> column.wide(10).drawn(Cells.State::new)),
          Map.entry("local", column -> column.wide(5).saying(row -> ":" + row.localPort())),
          Map.entry("remote", column -> column.wide(11.5)),
          Map.entry(
              "peer",
              column -> column.wide(9).saying(ConnectionsModel::peer).drawn(Cells.Peer::new)),
          Map.entry(
              "receive_queue",
              column -> column.wide(7.5).drawn(() -> new Cells.Queue(SocketRow::receiveQueue))),
          Map.entry(
              "send_queue",
              column -> column.wide(7.5).drawn(() -> new Cells.Queue(SocketRow::sendQueue))),
          Map.entry("retransmits", column -> column.wide(4)),
          Map.entry(
              "rtt", column -> column.titled("RTT, ms").wide(5.8).saying(ConnectionColumns::rtt)),
          Map.entry(
              "age",
              column ->
                  column.titled("Age").wide(5).saying(row -> ConnectionsModel.age(row.age()))),
          Map.entry(
              "thread",
              column -> column.wide(7).saying(ConnectionsModel::thread).drawn(Cells.User::new)));

  private ConnectionColumns() {}

  @SafeVarargs
  private static <R> Map<String, UnaryOperator<GridColumn<R>>> ordered(
      Map.Entry<String, UnaryOperator<GridColumn<R>>>... all) {
    var looks = new LinkedHashMap<String, UnaryOperator<GridColumn<R>>>();
    for (var each : all) {
      looks.put(each.getKey(), each.getValue());
    }
    return looks;
  }

  private static Map<String, UnaryOperator<GridColumn<ListenerRow>>> listening() {
    var looks = new LinkedHashMap<String, UnaryOperator<GridColumn<ListenerRow>>>();
    looks.put("local", column -> column.wide(9).drawn(Cells.Listening::new));
    looks.put("thread", column -> column.wide(6));
    looks.put(
        "state",
        column ->
            column
                .titled("Accept backlog")
                .wide(16)
                .saying(row -> ConnectionsModel.queue(row) + " " + row.state())
                .drawn(Cells.Backlog::new));
    looks.put(
        "accepted",
        column -> column.wide(6.5).saying(row -> ConnectionsModel.figure(row.accepted())));
    looks.put(
        "syn_dropped",
        column ->
            column
                .wide(7.5)
                .saying(row -> ConnectionsModel.figure(row.synDropped()))
                .drawn(() -> new Cells.Refused(ListenerRow::synDropped)));
    return looks;
  }

  private static String rtt(SocketRow row) {
    return row.rtt().isPresent()
        ? String.format(
            Locale.ROOT, row.rtt().getAsDouble() < 100 ? "%.1f" : "%.0f", row.rtt().getAsDouble())
        : "";
  }

  static GridSpec<ListenerRow> listeners() {
    return spec(
        Views.LISTENERS,
        LISTENERS,
        row -> row.address() + ":" + row.port(),
        ConnectionsModel::rowClass,
        "Filter by port or thread");
  }

  static GridSpec<SocketRow> sockets() {
    return spec(
        Views.SOCKETS,
        SOCKETS,
        row -> row.address() + " " + row.localPort() + " " + row.remote(),
        ConnectionsModel::rowClass,
        "Filter by state, port or peer");
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

  /// The names that this panel lays out, for a test that the views still have them.
  static java.util.Set<String> laidOut(View<?> view) {
    return view.equals(Views.LISTENERS) ? LISTENERS.keySet() : SOCKETS.keySet();
  }
}
