// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.Views;
import trilobite.model.time.RunClock;
import trilobite.model.why.Chain;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.WallTime;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GuestGrid;
import trilobite.ui.grid.GuestWords;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.connections.ConnectionsModel.Pill;
import trilobite.ui.theme.Theme;

/// The panel: listeners with what happens at the full one, connections beside them, and below both
/// why it is full.
final class ConnectionsView extends VBox implements PanelView {

  private static final GuestWords WORDS =
      new GuestWords(
          "connections",
          "ci-plug",
          "No connections yet",
          "They appear here as soon as someone connects to the guest.",
          "Packets, Console and Vitals go on.");
  private static final double LEFT_SHARE = 0.39;
  private static final double ROW_EM = 2;

  /// So many listeners are shown at once; more of them scroll by themselves.
  private static final int MOST_LISTENERS = 8;

  private final Desk desk;
  private final ListenerWatch watch;
  private final ZoneId zone;
  private final ConnectionsModel model = new ConnectionsModel();
  private final Grid<ListenerRow> listeners;
  private final Grid<SocketRow> sockets;
  private final GuestGrid<SocketRow> table;
  private final Pills pills;
  private final FullCard card = new FullCard();
  private final ScrollPane left = new ScrollPane();
  private final Ways ways;
  private final WhyBar why;
  private final Region listenerTable;

  ConnectionsView(Desk desk, ListenerWatch watch, FileChoice files, ZoneId zone) {
    this.desk = desk;
    this.watch = watch;
    this.zone = zone;
    getStyleClass().addAll("tri-panel", "connections");
    getStylesheets()
        .add(
            Objects.requireNonNull(
                    ConnectionsView.class.getResource("connections.css"), "connections.css")
                .toExternalForm());
    ways = new Ways(desk);
    var columns = new ConnectionColumns(ways);
    listeners = new Grid<>(desk, columns.listeners(), files);
    listenerTable = (Region) listeners.node();
    sockets = new Grid<>(desk, columns.sockets(), files);
    table = new GuestGrid<>(desk, Views.SOCKETS, sockets, WORDS, zone);
    pills = new Pills(pill -> sockets.narrow(pill::fits));
    why = new WhyBar(this::follow, ConnectionsView::copy);
    build();
    table.follow(
        _ -> {
          connections();
          speak();
        });
    listeners.selected().addListener(_ -> speak());
    listeners.opens(this::only);
    listeners.menu(row -> ways.of(row, () -> only(row)));
    sockets.opens(row -> ways.thread(row.threadId()));
    sockets.menu(ways::of);
    watch.follow(this::take);
  }

  private void build() {
    table.extra(pills);
    pills.show(model);
    var space = new VBox(card);
    space.getStyleClass().add("conn-card-space");
    space.managedProperty().bind(card.visibleProperty());
    var both = new VBox(listeners.node(), space);
    both.getStyleClass().add("tri-panel");
    VBox.setVgrow(listeners.node(), Priority.ALWAYS);
    // In a low panel the column scrolls as a whole: the listener first, then what is said of it.
    left.setContent(both);
    left.setFitToWidth(true);
    left.setFitToHeight(true);
    left.getStyleClass().add("conn-left");
    table.beside(left, LEFT_SHARE);
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren().addAll(table, why);
  }

  private void take(Optional<ListenerWatch.Look> look) {
    var known = look.filter(one -> one.listeners().value().isPresent());
    model.take(
        known.map(ListenerWatch.Look::rows).orElse(List.of()),
        known.map(ListenerWatch.Look::threads).orElse(List.of()));
    // Another run may be shown; connections are read by themselves, and may be known already.
    connections();
    listeners.rows(known.map(ListenerWatch.Look::rows).orElse(List.of()));
    // As high as its rows, so that what is said of one of them stands right below.
    double rows = (Math.min(model.listeners(), MOST_LISTENERS) + 1.5) * ROW_EM * em();
    listenerTable.setMinHeight(rows);
    listenerTable.setMaxHeight(model.troubles() > 0 ? rows : Double.MAX_VALUE);
    table.besideShown(known.isPresent());
    speak();
  }

  private double em() {
    return Theme.ROOT_PX * desk.look().scale().get();
  }

  /// Counts what the table shows.
  private void connections() {
    model.take(table.last().map(read -> read.value().rows()).orElse(List.of()));
    pills.show(model);
  }

  /// Says what is wrong with the listener that matters most, and why.
  private void speak() {
    var worst = model.worst(listeners.selected().get());
    card.show(worst.map(this::facts));
    why.show(worst.map(model::why));
  }

  private FullCard.Facts facts(ListenerRow row) {
    var actions = new ArrayList<FullCard.Action>();
    long waiting = model.count(Pill.BACKLOG);
    if (waiting > 0) {
      actions.add(
          new FullCard.Action(
              "ci-hourglass", "Show the " + waiting + " that wait", () -> only(row, Pill.BACKLOG)));
    }
    long dropped = row.synDropped().orElse(0);
    if (dropped > 0 && ways.toPackets()) {
      actions.add(
          new FullCard.Action(
              "ci-data-structured",
              dropped == 1 ? "Show the dropped SYN" : "Show the " + dropped + " SYNs",
              () -> ways.syns(row)));
    }
    if (ways.toThread(row.threadId())) {
      actions.add(
          new FullCard.Action(
              "ci-parent-child",
              "Show " + GuestText.visible(row.thread().orElse("its thread")),
              () -> ways.thread(row.threadId())));
      actions.add(
          new FullCard.Action(
              "ci-activity",
              "Watch " + GuestText.visible(row.thread().orElse("it")) + " for 10 s",
              () -> row.threadId().ifPresent(ways::watch)));
    }
    // Found last: in the midst it would push others from under the mouse.
    if (model.lonely(row.port()) > 0) {
      actions.add(
          new FullCard.Action(
              "ci-plug",
              "Show the " + model.lonely(row.port()) + " on the host only",
              () -> only(row, Pill.HOST)));
    }
    return new FullCard.Facts(
        ConnectionsModel.title(row),
        row.fullSince().isPresent() ? since(row.fullSince().getAsLong()) : "",
        model.happens(row),
        List.copyOf(actions));
  }

  /// A step of the chain: to its thread, or to the connections of the port.
  private void follow(Chain.Step step) {
    if (step.thread().isPresent()) {
      ways.thread(step.thread());
    } else {
      model.worst(listeners.selected().get()).ifPresent(this::only);
    }
  }

  private void only(ListenerRow row) {
    sockets.filter("port:" + row.port());
  }

  private void only(ListenerRow row, Pill pill) {
    sockets.filter("port:" + row.port());
    pills.choose(pill);
    sockets.focus();
  }

  private String since(long millis) {
    return desk.session()
        .run()
        .get()
        .flatMap(ShownRun::live)
        .flatMap(guest -> guest.status().clock())
        .map(RunClock::startedWall)
        .map(start -> new WallTime(start, zone))
        .orElse(WallTime.SINCE_START)
        .exact((double) millis);
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// Shows the connections that fit a filter's line.
  @Override
  public void seek(String what) {
    pills.choose(Pill.ALL);
    sockets.filter(what);
    sockets.focus();
  }

  @Override
  public void shown(boolean visible) {
    table.shown(visible);
  }

  @Override
  public void focusMain() {
    sockets.focus();
  }

  @Override
  public void close() {
    table.close();
    listeners.close();
    watch.follow(_ -> {});
  }
}
