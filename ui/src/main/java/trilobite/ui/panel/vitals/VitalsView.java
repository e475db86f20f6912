// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.time.HostClock;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.chart.Graph;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.TimeAxis;
import trilobite.ui.chart.TimeWindow;
import trilobite.ui.chart.Viewport;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.TimeLink;
import trilobite.ui.theme.Theme;

/// The column: header, marks, graphs, time axis and what it all cost. Pulls the shown run's
/// timelines while it can be seen, as often as that shows.
final class VitalsView extends VBox {

  /// Below this width, in em, there are sparklines only.
  private static final double NARROW = 17;

  private final Desk desk;
  private final ZoneId zone = ZoneId.systemDefault();
  private final GraphGroup group = new GraphGroup(new Viewport(new Viewport.Range.Newest(60_000)));
  private final VitalsHeader header;
  private final BannerStrip banner;
  private final MarkStrip marks = new MarkStrip(group);
  private final StackPane middle = new StackPane();
  private final ScrollPane scroll = new ScrollPane(middle);
  private final TimeAxis axis = new TimeAxis(group);
  private final EventList events = new EventList();
  private final VitalsFooter footer = new VitalsFooter();
  private final TimeLink link;
  private final ChangeListener<Optional<ShownRun>> runChanged = (_, _, _) -> rebuild();
  private final ChangeListener<Optional<OpenProject>> projectChanged =
      (_, was, now) -> projectChanged(was, now);
  private final Pace pace = new Pace();
  private Optional<Subscription> pull = Optional.empty();
  private Optional<GraphColumn> graphs = Optional.empty();
  private Optional<GhostColumn> ghost = Optional.empty();
  private Optional<GhostColumn.Last> last = Optional.empty();
  private Optional<Sight> seen = Optional.empty();
  private boolean narrow;

  VitalsView(Desk desk, FileChoice files) {
    this.desk = desk;
    var export = new VitalsExport(desk, files, group, this);
    header = new VitalsHeader(group, export);
    banner = new BannerStrip(group, desk.session());
    link = new TimeLink(group, desk.session());
    getStyleClass().addAll("tri-panel", "vitals");
    getStylesheets().addAll(sheet(Graph.class, "chart.css"), sheet(VitalsView.class, "vitals.css"));
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.skinProperty().addListener((_, _, _) -> drawDirectly());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(header, banner, marks, scroll, axis, events, footer);
    VitalsCommands.register(desk.commands(), group, export);
    VitalsKeys.install(this, export, header::chooseExport);
    desk.session().run().addListener(runChanged);
    desk.session().project().addListener(projectChanged);
    group.changes().addListener((_, _, _) -> refresh());
    widthProperty().addListener(_ -> fit());
    middle.widthProperty().addListener(_ -> align());
    rebuild();
    shown(true);
  }

  private static String sheet(Class<?> beside, String name) {
    return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
  }

  /// A scroll pane keeps a picture of all that it shows. Graphs move all the time: it would be
  /// painted twice, as a whole, for each curve.
  private void drawDirectly() {
    Optional.ofNullable(scroll.lookup(".viewport")).ifPresent(port -> port.setCache(false));
  }

  private void fit() {
    group.textScale(header.em() / Theme.ROOT_PX);
    boolean now = getWidth() < NARROW * header.em();
    if (now != narrow) {
      narrow = now;
      rebuild();
    }
  }

  /// One time stands at one place, with and without a scroll bar beside the graphs.
  private void align() {
    var beside = new Insets(0, Math.max(0, getWidth() - middle.getWidth()), 0, 0);
    VBox.setMargin(axis, beside);
    VBox.setMargin(marks, beside);
  }

  /// Draws only while someone can see it.
  void shown(boolean visible) {
    pull.ifPresent(Subscription::close);
    pull = visible ? Optional.of(Fx.follow(this::step, this::follow)) : Optional.empty();
  }

  private void rebuild() {
    var run = desk.session().run().get();
    graphs = run.map(shown -> new GraphColumn(shown.vitals(), group, narrow));
    ghost = run.isEmpty() ? Optional.of(ghost()) : Optional.empty();
    graphs.ifPresent(column -> middle.getChildren().setAll(column.node()));
    ghost.ifPresent(column -> middle.getChildren().setAll(column));
    header.show(narrow ? VitalsHeader.Extent.NARROW : VitalsHeader.Extent.FULL, run.isPresent());
    footer.narrow(narrow);
    visible(marks, run.isPresent() && !narrow);
    VBox.setVgrow(scroll, narrow && run.isPresent() ? Priority.NEVER : Priority.ALWAYS);
    visible(axis, run.isPresent() && !narrow);
    VBox.setVgrow(events, Priority.ALWAYS);
    visible(events, run.isPresent() && narrow);
    visible(footer, run.isPresent());
    if (run.isEmpty() && last.isEmpty()) {
      findLast(folder());
    }
    run.ifPresent(this::open);
    refresh();
  }

  /// A past run opens whole, a live one at its newest minute.
  private void open(ShownRun run) {
    boolean past = run instanceof ShownRun.Past;
    boolean whole = group.viewport().range() instanceof Viewport.Range.WholeRun;
    if (past && !whole) {
      group.choose(new Viewport.Range.WholeRun());
    }
  }

  private static void visible(javafx.scene.Node node, boolean visible) {
    node.setVisible(visible);
    node.setManaged(visible);
  }

  private GhostColumn ghost() {
    var text =
        last.map(run -> VitalsModel.ghost(run.record(), zone))
            .orElse("CPU, memory and network of the guest appear here. Press Run to record them.");
    return new GhostColumn(last, narrow, text, desk.session()::startRun);
  }

  private Optional<Path> folder() {
    return desk.session().project().get().map(OpenProject::folder);
  }

  /// What one project did says nothing of another.
  private void projectChanged(Optional<OpenProject> was, Optional<OpenProject> now) {
    if (OpenProject.another(was, now)) {
      last = Optional.empty();
      if (desk.session().run().get().isEmpty()) {
        rebuild();
      }
    }
  }

  private void findLast(Optional<Path> of) {
    desk.background(
        new Job<>("Read the last run", _ -> LastRun.read(desk.workbench().history(), of)),
        found -> {
          if (!of.equals(folder())) {
            return;
          }
          last = found;
          if (found.isPresent() && desk.session().run().get().isEmpty()) {
            rebuild();
          }
        },
        // The ghost is an ornament: without it the column says the same in words.
        _ -> {});
  }

  /// What is to be seen beside the time that passes.
  private record Sight(
      Optional<ShownRun> run,
      Optional<RunState> state,
      OptionalDouble cursor,
      Optional<TimeWindow> selection,
      double width,
      double height) {}

  /// Where the time axis stands still, news alone tell of something else to be seen.
  private long step() {
    return group.showsNow() ? (long) Pace.step(group.window().span(), getWidth()) : Long.MAX_VALUE;
  }

  /// True where something else is to be seen than in the last look, such as a cursor that moves.
  private boolean follow() {
    var session = desk.session();
    var sight =
        new Sight(
            session.run().get(),
            session.status().get().map(RunStatus::state),
            group.cursor().get(),
            group.selection().get(),
            middle.getWidth(),
            middle.getHeight());
    if (pace.due(HostClock.nanos(), group.window().span(), getWidth(), sight, this::moved)) {
      refresh();
    }
    boolean news = seen.filter(sight::equals).isEmpty();
    seen = Optional.of(sight);
    return news;
  }

  private boolean moved() {
    return graphs.stream().anyMatch(GraphColumn::moved);
  }

  /// Takes in the present moment.
  void refresh() {
    // The size of the text may have changed, which nobody tells.
    fit();
    ghost.ifPresent(GhostColumn::refresh);
    var run = desk.session().run().get();
    if (run.isEmpty() || graphs.isEmpty()) {
      banner.show(VitalsModel.Banner.NONE);
      return;
    }
    var shown = run.get();
    var wall = shown.wall(zone);
    group.at(shown.vitals().now(), shown.vitals().marks(), wall, shown.goesOn());
    header.refresh();
    banner.show(
        VitalsModel.banner(shown, group.viewport().paused(), wall, desk.session().status().get()));
    marks.refresh();
    var provenance = graphs.get().refresh();
    axis.refresh();
    events.show(group.marks(), wall);
    if (shown.live().isPresent()) {
      footer.live(provenance, graphs.get().period());
    } else {
      footer.recorded();
    }
  }

  /// The time axis, for tests.
  GraphGroup time() {
    return group;
  }

  Optional<GraphColumn> graphs() {
    return graphs;
  }

  void focusFirst() {
    graphs.stream()
        .flatMap(column -> column.graphs().stream())
        .findFirst()
        .ifPresentOrElse(Graph::requestFocus, header::requestFocus);
  }

  void close() {
    shown(false);
    link.close();
    desk.session().run().removeListener(runChanged);
    desk.session().project().removeListener(projectChanged);
  }
}
