// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.List;
import java.util.function.LongConsumer;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.ui.control.Bar;
import trilobite.ui.control.Icons;

/// How many there are, what the bars mean, and the worst that is known of one.
final class ThreadsFooter extends HBox {

  private final Label summary = new Label();
  private final Label switches = new Label();
  private final Label method = new Label();
  private final Label warning = new Label();
  private final LongConsumer go;

  ThreadsFooter(LongConsumer go) {
    this.go = go;
    getStyleClass().add("thread-footer");
    var sample = new Bar();
    sample.show(0.35, 0.7, "series-3");
    sample.getStyleClass().add("thread-sample");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    warning.getStyleClass().add("thread-warning");
    warning.setMinWidth(0);
    getChildren()
        .addAll(
            summary, switches, method, sample, new Label("stack used and peak"), space, warning);
  }

  /// @param threads how many, and of how many vCPUs
  /// @param rate context switches a second; empty where they are not known
  /// @param how how figures were measured, the CPU's first; empty where it is not known
  void show(String threads, String rate, List<String> how, List<ThreadsModel.Warning> warnings) {
    summary.setText(threads);
    switches.setText(rate);
    switches.setManaged(!rate.isEmpty());
    method.setText(how.isEmpty() ? "" : how.getFirst());
    method.setManaged(!how.isEmpty());
    method.setTooltip(new Tooltip(String.join("\n", how)));
    warning.setVisible(!warnings.isEmpty());
    if (warnings.isEmpty()) {
      return;
    }
    var first = warnings.getFirst();
    warning.setText(
        first.text() + (warnings.size() > 1 ? " and " + (warnings.size() - 1) + " more" : ""));
    warning.setTooltip(
        new Tooltip(
            String.join(
                "\n", warnings.stream().limit(20).map(ThreadsModel.Warning::text).toList())));
    warning.setGraphic(
        first.bad()
            ? Icons.of("ci-misuse", "tri-small", "tri-bad")
            : Icons.of("ci-warning-alt-filled", "tri-small", "tri-warn"));
    warning.getStyleClass().setAll("label", "thread-warning", first.bad() ? "tri-bad" : "tri-warn");
    warning.setOnMouseClicked(_ -> go.accept(first.thread()));
  }
}
