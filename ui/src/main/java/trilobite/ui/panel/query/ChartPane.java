// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import trilobite.model.query.QueryAnswer;
import trilobite.model.time.HostClock;
import trilobite.ui.chart.Graph;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.GraphSpec;
import trilobite.ui.chart.Quantity;
import trilobite.ui.chart.TimeWindow;
import trilobite.ui.chart.Trace;
import trilobite.ui.chart.Viewport;
import trilobite.ui.chart.WallTime;
import trilobite.ui.fx.Fx;

/// The chart beside the rows while a query is repeated. JavaFX thread only.
final class ChartPane extends VBox {

  private static final double NANOS_A_MILLI = 1e6;

  private final QueryChart chart = new QueryChart();
  private final ComboBox<String> column = new ComboBox<>();
  private final GraphGroup group = new GraphGroup(new Viewport(new Viewport.Range.Newest(60_000)));
  private final Graph graph = Graph.full(group, spec(List.of()));
  private double begin = now();

  ChartPane() {
    getStyleClass().add("query-chart");
    getStylesheets()
        .add(Objects.requireNonNull(Graph.class.getResource("chart.css")).toExternalForm());
    // Between two answers it draws only where its size changes.
    graph.layoutBoundsProperty().addListener(_ -> Fx.later(graph::refresh));
    column.setId("query-chart-column");
    column.setAccessibleText("Column that is drawn");
    column
        .valueProperty()
        .addListener(
            (_, _, name) -> {
              if (name != null) {
                chart.follow(name);
              }
            });
    var label = new Label("Chart of");
    label.getStyleClass().addAll("tri-small", "tri-muted");
    var head = new HBox(label, column);
    head.getStyleClass().add("query-chart-head");
    VBox.setVgrow(graph, Priority.ALWAYS);
    getChildren().addAll(head, graph);
  }

  private static double now() {
    return HostClock.nanos() / NANOS_A_MILLI;
  }

  /// Forgets what was drawn.
  void begin() {
    begin = now();
    chart.clear();
  }

  void add(QueryAnswer answer) {
    add(now() - begin, answer);
  }

  void add(double t, QueryAnswer answer) {
    var names = QueryChart.numeric(answer);
    if (!column.getItems().equals(names)) {
      var was = column.getValue();
      column.getItems().setAll(names);
      var kept = was != null && names.contains(was) ? was : last(names);
      column.setValue(kept);
    }
    chart.add(t, answer);
    var traces = new ArrayList<Trace>();
    chart
        .lines()
        .forEach(
            (name, line) ->
                traces.add(
                    Trace.of(line.info().id(), name, line, traces.size() + 1, Trace.Style.LINE)));
    graph.show(spec(traces));
    graph.notice(names.isEmpty() ? "No column of numbers" : "");
    group.at(t, List.of(), WallTime.SINCE_START, true);
    graph.refresh();
  }

  private static @Nullable String last(List<String> names) {
    return names.isEmpty() ? null : names.getLast();
  }

  private GraphSpec spec(List<Trace> traces) {
    return new GraphSpec(
        "query",
        Objects.requireNonNullElse(column == null ? null : column.getValue(), ""),
        "since the repeat began",
        Quantity.COUNT,
        0,
        traces,
        value -> "");
  }

  /// Of the axis, for tests.
  TimeWindow window() {
    return group.window();
  }
}
