// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ThreadRow;
import trilobite.model.time.SeriesInfo;
import trilobite.model.time.Timeline;
import trilobite.model.vitals.Vitals;
import trilobite.ui.chart.Graph;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.GraphSpec;
import trilobite.ui.chart.Quantity;
import trilobite.ui.chart.Trace;
import trilobite.ui.chart.Viewport;
import trilobite.ui.chart.WallTime;

/// CPU by thread, stacked, since the panel was first seen: the threads that have colours of their
/// own one by one, the others together. Where nobody looked there is a gap.
final class CpuGraph {

  private static final double MINUTE = 60_000;
  private static final double LOST_AFTER = 2_000;
  private static final String OTHER = "";

  private final ThreadColours colours;
  private final GraphGroup group = new GraphGroup(new Viewport(new Viewport.Range.Newest(MINUTE)));
  private final Map<String, Timeline> series = new LinkedHashMap<>();
  private final Graph graph;
  private double newest = Double.NEGATIVE_INFINITY;

  CpuGraph(ThreadColours colours, ObjectProperty<OptionalDouble> cursor) {
    this.colours = colours;
    graph = Graph.full(group, spec());
    graph.getStyleClass().add("thread-graph");
    group.cursor().bindBidirectional(cursor);
  }

  Graph node() {
    return graph;
  }

  void unlink(ObjectProperty<OptionalDouble> cursor) {
    group.cursor().unbindBidirectional(cursor);
  }

  /// Takes a reading in.
  ///
  /// @param t ms on the run's clock
  void take(double t, List<ThreadRow> rows) {
    if (t <= newest || rows.stream().noneMatch(row -> row.cpu().isPresent())) {
      return;
    }
    var sums = new LinkedHashMap<String, Double>();
    series.keySet().forEach(name -> sums.put(name, 0.0));
    for (var row : rows) {
      var name = colours.of(row) == 0 ? OTHER : row.name();
      sums.merge(name, row.cpu().orElse(0), Double::sum);
    }
    boolean gap = t - newest > LOST_AFTER;
    newest = t;
    sums.forEach(
        (name, percent) -> {
          var line = series.computeIfAbsent(name, CpuGraph::line);
          if (gap) {
            line.gap(Math.nextDown(t));
          }
          line.add(t, percent);
        });
    if (graph.spec().traces().size() != series.size()) {
      graph.show(spec());
    }
  }

  private static Timeline line(String name) {
    var title = name.equals(OTHER) ? "other threads" : name;
    return new Timeline(new SeriesInfo(title, title, "%", false));
  }

  /// Draws what there is, up to the run's present moment.
  void refresh(Vitals vitals, WallTime wall, boolean goesOn) {
    group.at(vitals.now(), List.of(), wall, goesOn);
    graph.refresh();
  }

  private GraphSpec spec() {
    var traces = new ArrayList<Trace>();
    series.entrySet().stream()
        .sorted(Comparator.comparingInt(e -> rank(e.getKey())))
        .forEach(
            e ->
                traces.add(
                    Trace.of(
                        e.getKey(),
                        e.getKey().equals(OTHER) ? "other" : GuestText.visible(e.getKey()),
                        e.getValue(),
                        e.getKey().equals(OTHER) ? 0 : colours.of(e.getKey()),
                        Trace.Style.STACKED)));
    return new GraphSpec(
        "cpu-by-thread",
        "CPU by thread",
        "% of one vCPU",
        Quantity.PERCENT,
        100,
        traces,
        value -> Optional.of(sum(traces, value)).map(Quantity.PERCENT::text).orElse(""));
  }

  private int rank(String name) {
    return name.equals(OTHER) ? Integer.MAX_VALUE : colours.of(name);
  }

  private static double sum(List<Trace> traces, java.util.function.ToDoubleFunction<String> value) {
    return traces.stream()
        .mapToDouble(trace -> value.applyAsDouble(trace.id()))
        .filter(Double::isFinite)
        .sum();
  }
}
