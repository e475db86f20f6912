// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import trilobite.model.run.RunRecord;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;
import trilobite.ui.chart.Graph;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.GraphSpec;
import trilobite.ui.chart.Quantity;
import trilobite.ui.chart.Trace;
import trilobite.ui.chart.Viewport;
import trilobite.ui.chart.WallTime;
import trilobite.ui.control.Hint;

/// What stands in the column while there is no run: hatched graphs, with the last run as a dashed
/// line where there was one.
final class GhostColumn extends VBox {

  private final GraphGroup group = new GraphGroup(new Viewport(new Viewport.Range.WholeRun()));
  private final List<Graph> graphs = new ArrayList<>();
  private final Label words = new Label();

  /// The last finished run.
  record Last(RunRecord record, Vitals vitals) {}

  GhostColumn(Optional<Last> last, boolean mini, String text, Runnable start) {
    getStyleClass().add("ghost-column");
    group.at(
        last.map(run -> run.vitals().now()).orElse(1_000d), List.of(), WallTime.SINCE_START, false);
    var column = new VBox();
    add(column, last, mini, Subject.CPU, "CPU", Vital.CPU, Quantity.PERCENT);
    add(column, last, mini, Subject.MEMORY, "Memory", Vital.MEMORY_TOUCHED, Quantity.BYTES);
    words.setText(text);
    words.setWrapText(true);
    words.getStyleClass().add("ghost-words");
    var button = Hint.action("ci-play-filled-alt", "Run", start);
    VBox.setMargin(button, new Insets(0, 0, 0, 12));
    getChildren().addAll(column, words, button);
  }

  private void add(
      VBox column,
      Optional<Last> last,
      boolean mini,
      Subject subject,
      String title,
      Vital vital,
      Quantity quantity) {
    var traces =
        last.flatMap(run -> Optional.ofNullable(run.vitals().series().get(vital)))
            .map(found -> Trace.of(vital.info().id(), title, found, 0, Trace.Style.GHOST))
            .map(List::of)
            .orElse(List.of());
    double floor = quantity == Quantity.PERCENT ? 100 : 0;
    var spec = new GraphSpec(subject.id(), title, "", quantity, floor, traces, _ -> "not running");
    var graph = Graph.ghost(group, spec, mini);
    graphs.add(graph);
    graph.setPrefHeight(mini ? 96 : 190);
    column.getChildren().add(graph);
  }

  void refresh() {
    graphs.forEach(Graph::refresh);
  }
}
