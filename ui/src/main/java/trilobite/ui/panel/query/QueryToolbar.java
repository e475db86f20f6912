// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryAnswer.TableUse;
import trilobite.ui.control.Icons;
import trilobite.ui.control.ProvenanceBadge;

/// Run, repeat and earlier queries; what the answer was read from; what the grid offers.
final class QueryToolbar extends HBox {

  private static final int LONGEST_TITLE = 90;

  private final Button run = new Button("Run", Icons.of("ci-play-filled-alt"));
  private final Button cancel = new Button("Cancel", Icons.of("ci-close"));
  private final ToggleButton repeat = new ToggleButton("Every second", Icons.of("ci-restart"));
  private final MenuButton history = new MenuButton("", Icons.of("ci-recently-viewed"));
  private final ProvenanceBadge badge = new ProvenanceBadge();
  private final Label rows = new Label();
  private final HBox ofGrid = new HBox();
  private final Consumer<String> recall;
  private boolean changing;

  QueryToolbar(
      Runnable onRun, Runnable onCancel, Consumer<Boolean> onRepeat, Consumer<String> recall) {
    this.recall = recall;
    getStyleClass().add("tri-toolbar");
    run.setId("query-run");
    run.getStyleClass().add("accent");
    run.setTooltip(new Tooltip("Run the query (Ctrl+Enter)"));
    run.setOnAction(_ -> onRun.run());
    cancel.setId("query-cancel");
    cancel.setTooltip(new Tooltip("Stop the query (Esc); the rows of the one before stay"));
    cancel.setOnAction(_ -> onCancel.run());
    cancel.managedProperty().bind(cancel.visibleProperty());
    cancel.setVisible(false);
    repeat.setId("query-repeat");
    repeat.setTooltip(new Tooltip("Run again every second and draw a chart of it"));
    repeat
        .selectedProperty()
        .addListener(
            (_, _, on) -> {
              if (!changing) {
                onRepeat.accept(on);
              }
            });
    history.setId("query-history");
    history.getStyleClass().addAll("flat", "no-arrow");
    history.setTooltip(new Tooltip("Earlier queries"));
    history.setAccessibleText("Earlier queries");
    badge.setVisible(false);
    rows.getStyleClass().addAll("tri-small", "tri-muted");
    ofGrid.getStyleClass().add("grid-extras");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(run, cancel, repeat, history, rows, space, badge, ofGrid);
  }

  void running(boolean now) {
    run.setDisable(now);
    cancel.setVisible(now && !repeat.isSelected());
  }

  void repeating(boolean now) {
    changing = true;
    repeat.setSelected(now);
    changing = false;
  }

  void history(List<String> queries) {
    history.setDisable(queries.isEmpty());
    history
        .getItems()
        .setAll(
            queries.stream()
                .map(
                    query -> {
                      var item = new MenuItem(title(query));
                      item.setMnemonicParsing(false);
                      item.setOnAction(_ -> recall.accept(query));
                      return item;
                    })
                .collect(Collectors.toList()));
  }

  private static String title(String query) {
    var line = query.replaceAll("\\s+", " ");
    return line.length() > LONGEST_TITLE ? line.substring(0, LONGEST_TITLE) + "…" : line;
  }

  /// Filter and tools of the rows' grid.
  void grid(Node filter, Node tools) {
    ofGrid.getChildren().setAll(filter, tools);
  }

  void told(QueryAnswer answer) {
    rows.setText(answer.rows().size() == 1 ? "1 row" : "%,d rows".formatted(answer.rows().size()));
    badge.setVisible(!answer.tables().isEmpty());
    var pauses = answer.tables().stream().mapToInt(table -> table.rows().pauses()).sum();
    badge.live(
        answer.tables().stream().map(TableUse::name).collect(Collectors.joining(", ")),
        (pauses == 1 ? "1 pause" : pauses + " pauses")
            + ", "
            + (answer.costMicros()
                + answer.tables().stream().mapToLong(t -> t.rows().costMicros()).sum())
            + " µs",
        pauses > 0,
        answer.tables().stream().map(QueryToolbar::told).collect(Collectors.joining("\n")));
  }

  private static String told(TableUse table) {
    var reading = table.rows();
    return "%s: %d rows, read %d ms after start in %d µs: %s%s"
        .formatted(
            table.name(),
            reading.value(),
            reading.takenAt(),
            reading.costMicros(),
            reading.source().detail(),
            table.cut().map(why -> " (not all: " + why + ")").orElse(""));
  }
}
