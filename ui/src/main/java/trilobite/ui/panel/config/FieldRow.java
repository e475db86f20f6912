// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.model.check.Finding;
import trilobite.model.check.Fix;
import trilobite.model.check.Severity;
import trilobite.ui.control.Icons;

/// A label, a control, a hint, and below them what is wrong with the value and its one-click cures.
final class FieldRow extends VBox {
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
  private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  private final VBox messages = new VBox(2);
  private final Node control;
  private final Consumer<Fix> cure;
  private List<Finding> told = List.of();

  /// @param lit called with true when the pointer or the focus comes to the row, false when it
  ///   leaves
  FieldRow(String label, Node control, String hint, Consumer<Fix> cure, Consumer<Boolean> lit) {
    this.control = control;
    this.cure = cure;
    getStyleClass().add("config-row");
    var name = new Label(label);
    name.getStyleClass().add("config-label");
    name.setLabelFor(control);
    var beside = new VBox(4, control);
    HBox.setHgrow(beside, Priority.ALWAYS);
    if (!hint.isEmpty()) {
      var text = new Label(hint);
      text.setWrapText(true);
      text.getStyleClass().add("config-hint");
      beside.getChildren().add(text);
    }
    beside.getChildren().add(messages);
    getChildren().add(new HBox(name, beside));
    hoverProperty().addListener((o, was, now) -> touched(now || isFocusWithin(), lit));
    focusWithinProperty().addListener((o, was, now) -> touched(now || isHover(), lit));
  }

  /// The field lights up together with its argument.
  private void touched(boolean now, Consumer<Boolean> told) {
    lit(now);
    told.accept(now);
  }

  /// Shows or leaves out the whole row.
  void shown(boolean now) {
    setVisible(now);
    setManaged(now);
  }

  void lit(boolean now) {
    pseudoClassStateChanged(LIT, now);
  }

  void findings(List<Finding> findings) {
    boolean bad = findings.stream().anyMatch(f -> f.severity() == Severity.ERROR);
    boolean doubtful = !bad && findings.stream().anyMatch(f -> f.severity() == Severity.WARNING);
    pseudoClassStateChanged(INVALID, bad);
    control.pseudoClassStateChanged(INVALID, bad);
    pseudoClassStateChanged(WARNED, doubtful);
    if (!findings.equals(told)) {
      // New ones only for new findings: a cure must not go from under a press.
      told = List.copyOf(findings);
      messages.getChildren().setAll(told.stream().map(this::message).toList());
    }
  }

  private Node message(Finding finding) {
    var icon =
        switch (finding.severity()) {
          case ERROR -> Icons.of("ci-misuse", "tri-bad");
          case WARNING -> Icons.of("ci-warning-alt-filled", "tri-warn");
          case INFO -> Icons.of("ci-information", "tri-muted");
        };
    var text = new Label(finding.message());
    text.setWrapText(true);
    text.getStyleClass()
        .add("config-" + finding.severity().name().toLowerCase(java.util.Locale.ROOT));
    HBox.setHgrow(text, Priority.ALWAYS);
    var line = new HBox(6, icon, text);
    if (finding.fixes().isEmpty()) {
      return line;
    }
    var fixes = new FlowPane(10, 0);
    fixes.getStyleClass().add("config-fixes");
    finding.fixes().forEach(fix -> fixes.getChildren().add(link(fix)));
    return new VBox(line, fixes);
  }

  private Hyperlink link(Fix fix) {
    var link = new Hyperlink(fix.label());
    link.setOnAction(e -> cure.accept(fix));
    return link;
  }
}
