// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.model.build.BuildResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.run.ForwardBinding;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;

/// The line at the foot of the window: problems, symbols and jobs at the left; forwards and the
/// caret at the right.
final class StatusBar extends HBox {

  private final Button problems = flat("status-problems");
  private final Label warnings = new Label("0");
  private final Label errors = new Label("0");
  private final Button symbols = flat("status-symbols");
  private final HBox forwards = new HBox();
  private final Label caret = new Label();
  private final Label format = new Label();
  private final Runnable copied;
  private List<ForwardBinding> shownForwards = List.of();

  /// @param jobs the strip of jobs under way
  /// @param showProblems what a press on the counts does
  /// @param copied told after a forward was copied
  StatusBar(Region jobs, Runnable showProblems, Runnable copied) {
    this.copied = copied;
    getStyleClass().add("tri-status");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText("Status");
    warnings.setGraphic(Icons.of("ci-warning-alt", "tri-small"));
    errors.setGraphic(Icons.of("ci-misuse-outline", "tri-small"));
    var counts = new HBox(8, errors, warnings);
    counts.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    problems.setGraphic(counts);
    problems.setOnAction(_ -> showProblems.run());
    Tip.on(problems, "Problems of the build and of the project file");
    symbols.setGraphic(Icons.of("ci-debug", "tri-small"));
    symbols.setVisible(false);
    symbols.managedProperty().bind(symbols.visibleProperty());
    forwards.getStyleClass().add("tri-forwards");
    caret.setId("status-caret");
    format.setId("status-format");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(problems, symbols, jobs, gap, forwards, caret, format);
  }

  Label caret() {
    return caret;
  }

  Label format() {
    return format;
  }

  void problems(List<Diagnostic> now) {
    long bad = now.stream().filter(one -> one.severity() == Severity.ERROR).count();
    long worth = now.stream().filter(one -> one.severity() == Severity.WARNING).count();
    count(errors, bad, "ci-misuse", "tri-bad");
    count(warnings, worth, "ci-warning-alt-filled", "tri-warn");
    problems.setAccessibleText(bad + " errors, " + worth + " warnings");
  }

  private static void count(Label label, long count, String icon, String tone) {
    label.setText(Long.toString(count));
    label.setGraphic(
        count == 0
            ? Icons.of(icon.replace("-filled", ""), "tri-small")
            : Icons.of(icon, "tri-small", tone));
  }

  void build(Optional<BuildResult> last) {
    var id = last.flatMap(BuildResult::buildId);
    symbols.setVisible(id.isPresent());
    id.ifPresent(
        whole -> {
          var file =
              last.flatMap(BuildResult::symbols).map(path -> String.valueOf(path.getFileName()));
          symbols.setText(
              file.map(name -> "Symbols: " + name + ", ").orElse("") + "build-id " + brief(whole));
          Tip.on(symbols, "Build-id " + whole + ". Press to copy it.");
          symbols.setOnAction(_ -> copy(whole));
        });
  }

  void forwards(List<ForwardBinding> now) {
    if (now.equals(shownForwards)) {
      return;
    }
    shownForwards = List.copyOf(now);
    forwards.getChildren().clear();
    for (var forward : now) {
      var button = flat("forward-" + forward.hostPort());
      button.setText(forward.toString());
      button.setGraphic(Icons.of("ci-plug", "tri-small"));
      var address = forward.host() + ":" + forward.hostPort();
      Tip.on(button, forward.proto() + " forward into the guest. Press to copy " + address + ".");
      button.setOnAction(_ -> copy(address));
      forwards.getChildren().add(button);
    }
  }

  private void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
    copied.run();
  }

  private static String brief(String buildId) {
    return buildId.substring(0, Math.min(8, buildId.length()));
  }

  private static Button flat(String id) {
    var button = new Button();
    button.setId(id);
    button.getStyleClass().addAll("flat", "tri-status-item");
    return button;
  }
}
