// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.model.console.GuestText;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.model.reading.Reading;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.time.RunClock;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.Graph;
import trilobite.ui.chart.WallTime;
import trilobite.ui.control.DetailSide;
import trilobite.ui.control.Icons;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GuestGrid;
import trilobite.ui.grid.GuestWords;
import trilobite.ui.grid.KeptStacks;
import trilobite.ui.grid.RowAction;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;

/// The panel: the table with its pills, the graph, the footer, and the chosen thread beside them.
final class ThreadsView extends SplitPane implements PanelView {

  private static final GuestWords WORDS =
      new GuestWords(
          "threads",
          "ci-parent-child",
          "No threads yet",
          "The guest's scheduler has not started. Its threads appear here once it does.",
          "Vitals, Console and Packets go on.");
  private static final String CONNECTIONS = "connections";
  private static final String WATCH = "watch:";
  private static final double TABLE_SHARE = 0.77;

  /// Below this height, in em, the graph would leave no room for rows.
  private static final double ROOM_FOR_GRAPH = 39;

  private final Desk desk;
  private final ZoneId zone;
  private final ThreadsModel model = new ThreadsModel();
  private final ThreadColours colours;
  private final Grid<ThreadRow> grid;
  private final GuestGrid<ThreadRow> table;
  private final Pills pills;
  private final ToggleButton graphShown = new ToggleButton();
  private final CpuGraph graph;
  private final ThreadsFooter footer;
  private final ThreadDetail detail;
  private final DetailSide beside;
  private final StackReader stacks;
  private final WatchPart watch;
  private Optional<String> sought = Optional.empty();

  ThreadsView(Desk desk, FileChoice files, ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
    colours =
        new ThreadColours(
            desk.workbench().settings(),
            desk.session().project().get().map(p -> p.folder().toString()).orElse(""));
    getStyleClass().add("threads");
    getStylesheets()
        .addAll(sheet(Graph.class, "chart.css"), sheet(ThreadsView.class, "threads.css"));
    var spec = ThreadColumns.spec(colours, this::go, id -> model.graph().cycle(id).isPresent());
    grid = new Grid<>(desk, spec, files);
    table = new GuestGrid<>(desk, Views.THREADS, grid, WORDS, zone);
    pills = new Pills(pill -> grid.narrow(pill.fits()));
    graph = new CpuGraph(colours, desk.session().cursor());
    footer = new ThreadsFooter(this::go);
    var part = new StackPart(desk.session(), this::readExactly);
    stacks = new StackReader(desk, part::show);
    var sockets =
        desk.offers(CONNECTIONS)
            ? Optional.<LongConsumer>of(this::sockets)
            : Optional.<LongConsumer>empty();
    watch = new WatchPart(desk);
    detail = new ThreadDetail(this::go, sockets, part, watch);
    beside = new DetailSide(this, detail, TABLE_SHARE);
    build();
    table.follow(this::take);
    table.whenForgotten(this::forget);
    table.whenOver((run, found) -> KeptStacks.look(desk, run, found));
    grid.selected().addListener(_ -> chosen());
    grid.menu(this::menu);
  }

  private List<RowAction> menu(ThreadRow row) {
    var all = new ArrayList<RowAction>();
    row.holderId()
        .ifPresent(
            id ->
                all.add(
                    new RowAction(
                        "ci-locked",
                        "Show the holder, " + GuestText.visible(row.holder().orElse("?")),
                        () -> go(id))));
    if (desk.offers(CONNECTIONS)) {
      all.add(new RowAction("ci-plug", "Show its sockets", () -> sockets(row.id())));
    }
    all.addAll(RowAction.bytes(desk, row.address()));
    return List.copyOf(all);
  }

  /// The connections that this thread waits for or was the last one seen to.
  private void sockets(long id) {
    desk.reveal(CONNECTIONS, "thread_id:" + id);
  }

  private void chosen() {
    beside.show(grid.selected().get().isPresent());
    detail.show(grid.selected().get(), model.graph());
    stacks.choose(grid.selected().get());
  }

  private void readExactly() {
    stacks.ask(true);
  }

  private static String sheet(Class<?> beside, String name) {
    return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
  }

  private void build() {
    graphShown.setId("threads-graph");
    graphShown.setGraphic(Icons.of("ci-activity"));
    graphShown.getStyleClass().addAll("flat", "tri-icon");
    graphShown.setTooltip(new Tooltip("CPU by thread"));
    graphShown.setAccessibleText("CPU by thread");
    table.extra(pills);
    table.tool(graphShown);
    VBox.setVgrow(table, Priority.ALWAYS);
    var left = new VBox(table, graph.node(), footer);
    left.getStyleClass().add("tri-panel");
    var node = graph.node();
    node.managedProperty().bind(node.visibleProperty());
    node.visibleProperty().bind(graphShown.selectedProperty());
    heightProperty()
        .addListener(
            (_, was, now) -> {
              double limit = ROOM_FOR_GRAPH * em();
              if ((was.doubleValue() > limit) != (now.doubleValue() > limit)) {
                graphShown.setSelected(now.doubleValue() > limit);
              }
            });
    footer.setVisible(false);
    footer.managedProperty().bind(footer.visibleProperty());
    // Where it is too narrow or low for its tools it is cut at its far side, not at both.
    left.setMinSize(0, 0);
    getItems().add(left);
  }

  private double em() {
    return trilobite.ui.theme.Theme.ROOT_PX * desk.look().scale().get();
  }

  private void take(Reading<Listing<ThreadRow>> reading) {
    var rows = reading.value().rows();
    var before = model.graph().cycles();
    model.take(rows);
    boolean coloured = colours.see(rows);
    if (coloured || !model.graph().cycles().equals(before)) {
      // The row of a new deadlock, or of a colour just given, may say what it said before.
      grid.repaint();
    }
    pills.show(model);
    sought.ifPresent(this::seek);
    footer.setVisible(!rows.isEmpty());
    var how = methods(reading);
    footer.show(
        Stream.concat(Stream.of(model.summary()), how.stream().filter(ThreadsView::vcpus))
            .collect(Collectors.joining(", ")),
        model.switches(),
        how.stream().filter(part -> !vcpus(part)).toList(),
        model.warnings());
    chosen();
    double at = reading.takenAt();
    graph.take(at, rows);
    draw();
  }

  private void forget() {
    model.take(List.of());
    pills.show(model);
    footer.setVisible(false);
    chosen();
  }

  /// How figures were measured, the CPU's first: what stands behind where the reading comes from.
  private static List<String> methods(Reading<?> reading) {
    var parts = List.of(reading.source().detail().split("; ", -1));
    return parts.subList(1, parts.size()).reversed();
  }

  private static boolean vcpus(String part) {
    return part.matches("\\d+ vCPUs?");
  }

  private void draw() {
    var shown = desk.session().run().get();
    var status = shown.flatMap(ShownRun::live).map(guest -> guest.status());
    if (shown.isPresent() && status.isPresent() && graphShown.isSelected()) {
      graph.refresh(
          shown.get().vitals(), wall(status.get()), status.get().state() != RunState.ENDED);
    }
  }

  private WallTime wall(RunStatus status) {
    return status
        .clock()
        .map(RunClock::startedWall)
        .map(start -> new WallTime(start, zone))
        .orElse(WallTime.SINCE_START);
  }

  /// Selects a thread, whatever the filter hides.
  private void go(long id) {
    seek("id:" + id);
    grid.focus();
  }

  /// Selects the first that fits a filter's line; `watch:7` begins to watch the one with number 7.
  @Override
  public void seek(String what) {
    boolean watched = what.startsWith(WATCH);
    sought = Optional.empty();
    if (find(watched ? "id:" + what.substring(WATCH.length()) : what)) {
      if (watched) {
        watch.begin();
      }
    } else if (table.last().isEmpty()) {
      // Before the first reading there is nobody to be found.
      sought = Optional.of(what);
    }
  }

  private boolean find(String what) {
    if (grid.seek(what)) {
      return true;
    }
    pills.all();
    grid.filter("");
    return grid.seek(what);
  }

  Optional<ThreadRow> selected() {
    return grid.selected().get();
  }

  @Override
  public void shown(boolean visible) {
    table.shown(visible);
  }

  @Override
  public void focusMain() {
    grid.focus();
  }

  @Override
  public void close() {
    watch.close();
    graph.unlink(desk.session().cursor());
    table.close();
  }
}
