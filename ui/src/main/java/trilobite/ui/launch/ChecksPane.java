// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.launch;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.model.check.Finding;
import trilobite.model.check.HostFacts;
import trilobite.model.check.Severity;
import trilobite.model.run.Accelerator;
import trilobite.ui.control.Icons;

/// What was looked at on this machine, and every finding in one list.
public final class ChecksPane extends BorderPane {
  private final VBox lines = new VBox(6);

  public ChecksPane() {
    getStyleClass().add("checks");
    getStylesheets()
        .add(
            Objects.requireNonNull(ChecksPane.class.getResource("launch.css"), "launch.css")
                .toExternalForm());
    var title = new Label("Checks");
    title.getStyleClass().add("tri-strong");
    lines.getStyleClass().add("checks-lines");
    var scroll = new ScrollPane(lines);
    scroll.setFitToWidth(true);
    setTop(title);
    setCenter(scroll);
  }

  /// @param host what is known of this machine; empty until it was looked at
  public void show(Optional<HostFacts> host, Accelerator accelerator, List<Finding> findings) {
    lines.getChildren().clear();
    if (host.isEmpty()) {
      lines.getChildren().add(line("ci-time", "tri-muted", "Looking at this machine …"));
    }
    host.flatMap(HostFacts::qemu)
        .ifPresent(
            q ->
                lines
                    .getChildren()
                    .add(
                        line(
                            "ci-checkmark-filled",
                            "tri-ok",
                            "QEMU " + q.version() + "  " + q.path())));
    lines
        .getChildren()
        .add(line("ci-information", "tri-muted", accelerator.name() + ": " + accelerator.why()));
    findings.forEach(f -> lines.getChildren().add(line(icon(f), colour(f), f.message())));
    if (host.isPresent() && findings.isEmpty()) {
      lines
          .getChildren()
          .add(line("ci-checkmark-filled", "tri-ok", "Nothing stands in the way of Run."));
    }
  }

  private static String icon(Finding finding) {
    return switch (finding.severity()) {
      case ERROR -> "ci-misuse";
      case WARNING -> "ci-warning-alt-filled";
      case INFO -> "ci-information";
    };
  }

  private static String colour(Finding finding) {
    return finding.severity() == Severity.ERROR
        ? "tri-bad"
        : finding.severity() == Severity.WARNING ? "tri-warn" : "tri-muted";
  }

  private static Node line(String icon, String colour, String text) {
    var label = new Label(text);
    label.setWrapText(true);
    var line = new HBox(8, Icons.of(icon, colour), label);
    line.setAlignment(Pos.TOP_LEFT);
    return line;
  }
}
