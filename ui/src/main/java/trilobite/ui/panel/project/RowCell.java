// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import trilobite.model.check.Severity;
import trilobite.model.workspace.FileNode.Status;
import trilobite.ui.control.Icons;

/// Draws one row of the tree.
final class RowCell extends ListCell<Row> {

  private static final PseudoClass IGNORED = PseudoClass.getPseudoClass("ignored");
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final double INDENT_EM = 1.25;

  private final StackPane arrow = new StackPane();
  private final StackPane icon = new StackPane();
  private final Label name = new Label();
  private final StackPane problem = new StackPane();
  private final Label letter = new Label();
  private final HBox line = new HBox();

  RowCell(Consumer<Row> toggle) {
    arrow.getStyleClass().add("tree-arrow");
    arrow.setOnMousePressed(
        press -> {
          var row = getItem();
          if (row != null && row.folder() && press.getButton() == MouseButton.PRIMARY) {
            press.consume();
            toggle.accept(row);
          }
        });
    icon.getStyleClass().add("tree-icon");
    letter.getStyleClass().addAll("tri-small", "tree-letter");
    name.setMinWidth(0);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    line.getStyleClass().add("tree-line");
    line.getChildren().addAll(arrow, icon, name, gap, problem, letter);
    getStyleClass().add("tree-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (row == null || empty) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    // In CSS, since a new cell does not know its font's size yet.
    line.setStyle("-fx-padding: 0 0 0 " + row.depth() * INDENT_EM + "em");
    arrow.getChildren().clear();
    if (row.folder()) {
      arrow
          .getChildren()
          .add(Icons.of(row.open() ? "ci-chevron-down" : "ci-chevron-right", "tri-small"));
    }
    icon.getChildren().setAll(Icons.of(NodeIcons.icon(row.node().kind()), "tri-tab"));
    name.setText(row.name());
    var status = row.node().status();
    pseudoClassStateChanged(IGNORED, status == Status.IGNORED);
    pseudoClassStateChanged(CHANGED, status == Status.MODIFIED || status == Status.ADDED);
    letter.setText(letter(status));
    problem.getChildren().clear();
    row.problem().ifPresent(this::mark);
    setGraphic(line);
    setAccessibleText(spoken(row));
    setTooltip(row.name().length() > 24 ? new Tooltip(row.name()) : null);
  }

  private void mark(Severity worst) {
    switch (worst) {
      case ERROR -> problem.getChildren().add(Icons.of("ci-misuse", "tri-small", "tri-bad"));
      case WARNING ->
          problem.getChildren().add(Icons.of("ci-warning-alt-filled", "tri-small", "tri-warn"));
      case INFO -> {}
    }
  }

  private static String letter(Status status) {
    return switch (status) {
      case MODIFIED -> "M";
      case ADDED -> "A";
      case NONE, IGNORED -> "";
    };
  }

  private static String spoken(Row row) {
    var words =
        new StringBuilder(row.name()).append(", ").append(NodeIcons.word(row.node().kind()));
    if (row.folder()) {
      words.append(row.open() ? ", open" : ", closed");
    }
    switch (row.node().status()) {
      case MODIFIED -> words.append(", modified");
      case ADDED -> words.append(", added");
      case IGNORED -> words.append(", ignored");
      case NONE -> {}
    }
    row.problem()
        .ifPresent(
            worst ->
                words.append(", has ").append(worst == Severity.ERROR ? "errors" : "problems"));
    return words.append(", level ").append(row.depth() + 1).toString();
  }
}
