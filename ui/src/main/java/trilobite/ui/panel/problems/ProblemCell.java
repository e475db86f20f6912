// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.problems;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import trilobite.model.check.Severity;
import trilobite.ui.control.Icons;

/// A row: icon, message, place.
final class ProblemCell extends ListCell<ProblemRow> {

  @Override
  protected void updateItem(@Nullable ProblemRow row, boolean empty) {
    super.updateItem(row, empty);
    setText(null);
    if (empty || row == null) {
      setGraphic(null);
      setTooltip(null);
      return;
    }
    var message = new Label(row.message().lines().findFirst().orElse(""));
    message.getStyleClass().add("problem-message");
    message.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var where = new Label(row.where());
    where.getStyleClass().add("problem-where");
    where.setMinWidth(Region.USE_PREF_SIZE);
    var line = new HBox(8, icon(row), message, space, where);
    line.setAlignment(Pos.CENTER_LEFT);
    line.getStyleClass().add(row.note() ? "problem-note" : "problem-line");
    line.setMaxWidth(Region.USE_PREF_SIZE);
    line.prefWidthProperty().bind(widthProperty().subtract(20));
    setGraphic(line);
    setTooltip(new Tooltip(row.message()));
    setAccessibleText(word(row) + ": " + row.message() + ", " + row.where());
  }

  private static String word(ProblemRow row) {
    return row.note() ? "note" : row.severity().name().toLowerCase(Locale.ROOT);
  }

  private static javafx.scene.Node icon(ProblemRow row) {
    if (row.note()) {
      return Icons.of("ci-information", "tri-muted");
    }
    return row.severity() == Severity.ERROR
        ? Icons.of("ci-misuse", "tri-bad")
        : row.severity() == Severity.WARNING
            ? Icons.of("ci-warning-alt-filled", "tri-warn")
            : Icons.of("ci-information", "tri-muted");
  }
}
