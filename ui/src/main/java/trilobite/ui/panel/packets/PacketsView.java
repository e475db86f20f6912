// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.guest.PacketRow;
import trilobite.model.job.Job;
import trilobite.model.packet.filter.FilterException;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.control.DetailSide;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;

/// The panel: toolbar, the list or the table of flows, and the chosen packet beside it.
final class PacketsView extends VBox implements PanelView {

  private static final double LIST_SHARE = 0.64;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS");

  private final Desk desk;
  private final ZoneId zone;
  private final PacketsBar bar;
  private final Label problem = new Label();
  private final StackPane middle = new StackPane();
  private final StackPane left = new StackPane();
  private final SplitPane split = new SplitPane();
  private final PacketHints hints;
  private final RowCache cache;
  private final PacketSheet sheet;
  private final PacketDetail detail;
  private final DetailSide detailSide;
  private final PacketFeed feed;
  private final FlowsTable flows;
  private final FlowGraph graph;
  private final PacketActions actions;
  private final PacketChoice choice;
  private final DeepView deep;
  private final ChangeListener<Optional<ShownRun>> runChanged = (_, _, now) -> begin(now);
  private final ChangeListener<OptionalDouble> cursorMoved;
  private PacketFilter filter = PacketFilter.ALL;
  private boolean wanted;
  private PacketStore.Seen before = PacketStore.Seen.NOTHING;

  PacketsView(Desk desk, FileChoice files, ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
    getStyleClass().addAll("tri-panel", "packets");
    getStylesheets()
        .add(Objects.requireNonNull(PacketsView.class.getResource("packets.css")).toExternalForm());
    hints = new PacketHints(desk);
    cache = new RowCache(this::load);
    sheet = new PacketSheet(desk.look(), cache::row, this::pick);
    feed = new PacketFeed(desk, this::seen, this::failed);
    actions = new PacketActions(desk, files, feed::store);
    deep = new DeepView(desk);
    choice = new PacketChoice(desk, feed, sheet, this::detail, this::failed);
    cursorMoved = (_, _, now) -> choice.toCursor(now);
    flows = new FlowsTable(desk, files, flow -> seek("flow:" + flow.id()));
    graph = new FlowGraph(desk);
    var copy = new PacketCopy(desk, feed::store);
    bar = new PacketsBar(this::filtered, sheet, actions, this::table, choice::nextMark);
    var ways = new PacketWays(new PacketLinks(desk), actions, bar, feed, deep);
    detail = new PacketDetail(desk.look(), ways);
    detailSide = new DetailSide(split, detail, LIST_SHARE);
    choice.count().addListener((_, _, now) -> bar.chosen(now.intValue()));
    new PacketMenu(choice, actions, copy, ways).on(sheet);
    problem.getStyleClass().add("packet-problem");
    problem.managedProperty().bind(problem.visibleProperty());
    problem.setVisible(false);
    left.getChildren().setAll(sheet);
    split.getItems().add(left);
    VBox.setVgrow(middle, Priority.ALWAYS);
    getChildren().addAll(bar, problem, middle);
    addEventHandler(
        KeyEvent.KEY_PRESSED, event -> PacketKeys.press(event, this, choice, actions, copy));
    desk.session().run().addListener(runChanged);
    desk.session().cursor().addListener(cursorMoved);
    begin(desk.session().run().get());
  }

  private void begin(Optional<ShownRun> run) {
    cache.clear();
    leave();
    sheet.follow().set(true);
    sheet.show(0);
    bar.none();
    bar.source(run);
    feed.open(run, filter);
    show(run.isEmpty() ? hints.nothingRuns() : hints.nothingYet(run));
  }

  private void show(Node node) {
    if (!middle.getChildren().equals(List.of(node))) {
      middle.getChildren().setAll(node);
    }
  }

  private void seen(PacketStore.Seen now) {
    bar.show(now, filter);
    bar.source(desk.session().run().get());
    if (now.span().count() == 0) {
      show(hints.nothingYet(desk.session().run().get()));
      return;
    }
    show(split);
    enter();
    boolean moved = now.first() != before.first() && filter.text().isEmpty();
    if (moved || now.revision() != before.revision()) {
      cache.clear();
      choice.reselect();
    } else if (now.changed() < now.count()) {
      cache.refresh(now.changed());
    }
    boolean news = now.span().end() != before.span().end() || now.changed() < now.count();
    before = now;
    sheet.show(now.count());
    now.span().trouble().ifPresent(this::failed);
    if (news) {
      beside();
    }
  }

  private void failed(String why) {
    problem.setText(why);
    problem.setVisible(true);
  }

  private void load(long page) {
    var store = feed.store();
    if (store.isEmpty()) {
      cache.failed(page);
      return;
    }
    var from = store.get();
    desk.background(
        new Job<>("Read packets", _ -> from.rows(page * RowCache.PAGE, RowCache.PAGE)),
        rows -> {
          // A page of another list is worth nothing.
          if (feed.store().filter(from::equals).isPresent()) {
            cache.put(page, rows);
          } else {
            cache.failed(page);
          }
          sheet.draw();
        },
        error -> {
          cache.failed(page);
          failed(String.valueOf(error.getMessage()));
        });
  }

  /// Chooses a packet by its place in the list.
  void choose(long index) {
    pick(index, Selected.Way.ONLY);
  }

  private void pick(long index, Selected.Way way) {
    choice.choose(index, cache.row(index), way);
  }

  /// Chooses none: the list has the whole width again.
  void leave() {
    choice.none();
    detailSide.show(false);
  }

  private void detail(PacketStore.Opened opened) {
    detailSide.show(true);
    detail.show(opened, TIME.format(opened.packet().wall().atZone(zone)));
    beside();
  }

  private void filtered(String line) {
    try {
      filter = PacketFilter.parse(line);
    } catch (FilterException e) {
      bar.field().fit(Optional.of(e.sentence()));
      problem.setText(
          e.sentence()
              + (filter.text().isEmpty()
                  ? " Still showing all packets."
                  : " Still showing the last valid filter, “" + filter.text() + "”."));
      problem.setVisible(true);
      return;
    }
    bar.field().fit(Optional.empty());
    problem.setVisible(false);
    cache.clear();
    choice.none();
    before = PacketStore.Seen.NOTHING;
    feed.filter(filter);
  }

  /// Shows the flows or a connection's graph in place of the packets, or the packets again.
  private void table(PacketsBar.Shown shown) {
    left.getChildren()
        .setAll(
            switch (shown) {
              case PACKETS -> sheet;
              case FLOWS -> flows.node();
              case GRAPH -> graph;
            });
    graph.visible(shown == PacketsBar.Shown.GRAPH);
    beside();
  }

  /// Brings what stands in the packets' place up to date.
  private void beside() {
    if (left.getChildren().contains(flows.node())) {
      feed.store().ifPresent(flows::refresh);
    } else if (left.getChildren().contains(graph)) {
      var of = detail.opened().map(PacketStore.Opened::row).map(PacketRow::flow);
      if (feed.store().isEmpty() || of.isEmpty() || of.get().isEmpty()) {
        graph.show(feed.store(), Optional.empty());
        return;
      }
      var store = feed.store().get();
      desk.background(
          new Job<>("Find a connection", _ -> store.flow(of.get().getAsLong())),
          flow -> graph.show(Optional.of(store), flow),
          error -> failed(String.valueOf(error.getMessage())));
    }
  }

  void focusFilter() {
    bar.field().focusText();
  }

  @Override
  public void seek(String what) {
    bar.packets();
    bar.field().line().set(what);
  }

  @Override
  public void focusMain() {
    wanted = sheet.getScene() == null;
    sheet.requestFocus();
  }

  /// The list came in place of a hint: it gets the keys that it was to have, unless someone has
  /// begun something else meanwhile.
  private void enter() {
    if (wanted && isFocusWithin()) {
      wanted = false;
      if (bar.field().line().get().isEmpty()) {
        split.applyCss();
        sheet.requestFocus();
      }
    }
  }

  @Override
  public void shown(boolean visible) {
    feed.visible(visible);
  }

  @Override
  public void close() {
    feed.visible(false);
    deep.stop();
    flows.close();
    graph.close(desk.session().cursor());
    desk.session().run().removeListener(runChanged);
    desk.session().cursor().removeListener(cursorMoved);
  }

  /// What went wrong last, for tests.
  String problem() {
    return problem.isVisible() ? problem.getText() : "";
  }
}
