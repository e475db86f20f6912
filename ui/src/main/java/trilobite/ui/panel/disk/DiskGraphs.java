// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.job.Subscription;
import trilobite.model.time.HostClock;
import trilobite.model.time.Series;
import trilobite.ui.chart.Graph;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.GraphSpec;
import trilobite.ui.chart.TimeAxis;
import trilobite.ui.chart.TimeWindow;
import trilobite.ui.chart.Viewport;
import trilobite.ui.fx.Fx;
import trilobite.ui.grid.Parts;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.TimeLink;

/// Requests, bytes and how long requests took, over one time axis, whose cursor and selection are
/// the window's. Draws while it can be seen. JavaFX thread only.
final class DiskGraphs extends VBox {

  private static final double MINUTE = 60_000;
  private static final long AT_REST_NANOS = 450_000_000;

  private final Desk desk;
  private final ZoneId zone;
  private final GraphGroup group = new GraphGroup(new Viewport(new Viewport.Range.Newest(MINUTE)));
  private final LatencyModel model = new LatencyModel();
  private final TimeLink link;
  private final Label latency = Parts.label("graph-subtitle");
  private final Label headline = Parts.label("graph-headline");
  private final TimeAxis axis = new TimeAxis(group);
  private final LatencyHeat heat;
  private final Graph requests = Graph.full(group, DiskSeries.NO_REQUESTS);
  private final Graph bytes = Graph.full(group, DiskSeries.NO_BYTES);
  private Optional<DiskSeries> series = Optional.empty();
  private Optional<Subscription> frames = Optional.empty();
  private Optional<Sight> seen = Optional.empty();
  private long painted;

  /// What is to be seen beside the time that passes.
  private record Sight(
      OptionalDouble cursor,
      Optional<TimeWindow> selection,
      int changes,
      List<DriveHistoryRow> rows,
      double width,
      double height) {}

  DiskGraphs(Desk desk, ZoneId zone) {
    this.desk = desk;
    this.zone = zone;
    getStyleClass().addAll("tri-panel", "disk-graphs");
    link = new TimeLink(group, desk.session());
    heat = new LatencyHeat(desk.look(), group, model, this::samples);
    var title = new Label("Latency");
    title.getStyleClass().add("graph-title");
    var head = new HBox(title, latency, Parts.space(), headline);
    head.getStyleClass().add("disk-head");
    headline.setMinWidth(USE_PREF_SIZE);
    title.setMinWidth(USE_PREF_SIZE);
    for (var each : List.of(requests, bytes, heat)) {
      VBox.setVgrow(each, Priority.ALWAYS);
    }
    getChildren().addAll(requests, bytes, head, heat, axis);
  }

  private List<Series> samples() {
    return series.map(DiskSeries::samples).orElse(List.of());
  }

  /// Another run is shown, or none: a past one opens whole, a live one at its newest minute.
  void begin() {
    var run = desk.session().run().get();
    series = run.map(shown -> new DiskSeries(shown.vitals()));
    model.take(List.of());
    boolean past = run.filter(shown -> !shown.goesOn()).isPresent();
    group.choose(past ? new Viewport.Range.WholeRun() : new Viewport.Range.Newest(MINUTE));
  }

  void take(List<DriveHistoryRow> rows) {
    model.take(rows);
  }

  /// Shows one drive's latencies, or those of all.
  void only(Optional<String> drive) {
    model.only(drive);
  }

  /// Puts the common cursor at a time and brings it into sight.
  void point(double t) {
    group.cursor().set(OptionalDouble.of(t));
    var window = group.window();
    if (!window.contains(t)) {
      group.viewport().show(new TimeWindow(t - window.span() / 2, t + window.span() / 2));
    }
  }

  void shown(boolean visible) {
    frames.ifPresent(Subscription::close);
    frames = visible ? Optional.of(Fx.follow(this::follow)) : Optional.empty();
  }

  /// True where something else is to be seen than in the last look; time alone is worth a painting
  /// twice a second.
  private boolean follow() {
    var now =
        new Sight(
            group.cursor().get(),
            group.selection().get(),
            group.changes().get(),
            model.shown(),
            getWidth(),
            getHeight());
    boolean news = seen.filter(now::equals).isEmpty();
    seen = Optional.of(now);
    if (news || HostClock.nanos() - painted > AT_REST_NANOS) {
      painted = HostClock.nanos();
      refresh();
    }
    return news;
  }

  /// Takes in the present moment of the run.
  void refresh() {
    var run = desk.session().run().get();
    if (run.isEmpty() || series.isEmpty()) {
      return;
    }
    var vitals = run.get().vitals();
    group.at(vitals.now(), vitals.marks(), run.get().wall(zone), run.get().goesOn());
    group.textScale(desk.look().scale().get());
    show(requests, series.get().requests());
    show(bytes, series.get().bytes());
    latency.setText(model.subtitle());
    headline.setText(model.words(group.cursor().get()));
    heat.setAccessibleText("Latency, " + model.subtitle() + ": " + headline.getText());
    heat.refresh();
    axis.refresh();
  }

  private void show(Graph graph, GraphSpec next) {
    if (!next.traces().equals(graph.spec().traces())) {
      graph.show(next);
    }
    graph.notice(series.map(each -> each.notice(next)).orElse(""));
    graph.refresh();
  }

  void close() {
    shown(false);
    link.close();
  }

  /// For tests.
  GraphGroup group() {
    return group;
  }

  LatencyModel model() {
    return model;
  }
}
