// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import trilobite.model.vitals.Vitals;
import trilobite.ui.chart.Graph;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.GraphSpec;
import trilobite.ui.chart.WeightedColumn;

/// The graphs of one run, full or as sparklines. Its graphs appear as the run's series do.
final class GraphColumn {

  private static final double FIRST_SAMPLE_MILLIS = 500;

  /// Curves move at frame rate; words that change faster than one can read are a waste.
  private static final int WORDS_EVERY = 5;

  private static final double MINI_HEIGHT = 94;

  private final Vitals vitals;
  private final VitalsGraphs source;
  private final GraphGroup group;
  private final boolean mini;
  private final Pane column;
  private final List<Graph> graphs = new ArrayList<>();
  private List<String> shape = List.of();
  private Provenance provenance = new Provenance(Map.of(), 0);
  private OptionalDouble period = OptionalDouble.empty();
  private int frames;

  GraphColumn(Vitals vitals, GraphGroup group, boolean mini) {
    this.vitals = vitals;
    this.source = new VitalsGraphs(vitals, mini);
    this.group = group;
    this.mini = mini;
    this.column = mini ? new VBox() : new WeightedColumn();
    column.getStyleClass().add("graph-column");
  }

  Node node() {
    return column;
  }

  List<Graph> graphs() {
    return graphs;
  }

  /// Once a frame.
  ///
  /// @return what the readings say of themselves
  Provenance refresh() {
    if (frames++ % WORDS_EVERY == 0) {
      adapt();
      provenance = new Provenance(vitals.latest(), vitals.now());
      period = measurePeriod();
      graphs.forEach(this::explain);
    }
    graphs.forEach(Graph::refresh);
    return provenance;
  }

  /// New graphs and traces only when series have appeared: specs are compared by their shape.
  private void adapt() {
    var specs = source.graphs();
    var now = specs.stream().map(GraphColumn::shape).toList();
    if (now.equals(shape)) {
      return;
    }
    shape = now;
    for (var spec : specs) {
      graphs.stream()
          .filter(graph -> graph.spec().id().equals(spec.id()))
          .findFirst()
          .ifPresentOrElse(graph -> graph.show(spec), () -> add(spec));
    }
  }

  private static String shape(GraphSpec spec) {
    return spec.id() + spec.traces().stream().map(trace -> "," + trace.id()).toList();
  }

  private void add(GraphSpec spec) {
    var graph = mini ? Graph.mini(group, spec) : Graph.full(group, spec);
    graphs.add(graph);
    if (column instanceof WeightedColumn weighted) {
      weighted.add(graph, Subject.of(spec.id()).weight());
    } else {
      graph.setPrefHeight(MINI_HEIGHT);
      column.getChildren().add(graph);
    }
  }

  private void explain(Graph graph) {
    var subject = Subject.of(graph.spec().id());
    boolean empty = graph.spec().traces().isEmpty();
    var missing = provenance.missing(subject);
    graph.notice(empty ? notice(missing) : "");
    graph.note(empty || mini ? "" : provenance.note(subject).orElse(""));
    graph.provenance(provenance.lines(subject));
  }

  private String notice(List<String> missing) {
    if (!missing.isEmpty()) {
      return String.join("\n", missing);
    }
    return vitals.now() > FIRST_SAMPLE_MILLIS ? "No sample yet" : "Waiting for the first sample";
  }

  /// True where a curve's newest value is another than what was drawn last.
  boolean moved() {
    return graphs.stream().anyMatch(Graph::moved);
  }

  /// Ms between samples, by the first series that shows it.
  OptionalDouble period() {
    return period;
  }

  private OptionalDouble measurePeriod() {
    return vitals.series().values().stream()
        .map(Provenance::period)
        .filter(OptionalDouble::isPresent)
        .findFirst()
        .orElse(OptionalDouble.empty());
  }
}
