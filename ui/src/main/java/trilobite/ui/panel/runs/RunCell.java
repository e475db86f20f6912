// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.project.MemorySize;
import trilobite.model.run.RunId;
import trilobite.ui.control.Icons;

/// A run in two lines, or the question whether it may be deleted.
final class RunCell extends ListCell<RunRow> {

  private final Actions actions;
  private Optional<RunRow> drawn = Optional.empty();

  /// What a row can do.
  interface Actions {
    void ask(Optional<RunId> run);

    void delete(RunId run);

    void details(RunId run);
  }

  RunCell(Actions actions) {
    this.actions = actions;
    getStyleClass().add("run-cell");
    // As wide as the list, never wider: long words are cut, not scrolled to.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(RunRow row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      drawn = Optional.empty();
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    if (drawn.filter(row::equals).isPresent()) {
      // JavaFX asks again for the same row whenever it likes; what is under the pointer stays.
      return;
    }
    drawn = Optional.of(row);
    setGraphic(row.asking() ? question(row) : run(row));
    setAccessibleText(
        "Run " + row.title() + " " + row.word() + ", " + row.detail() + ", " + row.when());
  }

  private Node run(RunRow row) {
    var title = new Label(row.title());
    title.getStyleClass().add("run-title");
    var word = new Label(row.word());
    word.getStyleClass().addAll("run-word", style(row.look()));
    var first = new HBox(title, word);
    first.getStyleClass().add("run-first");
    var detail = new Label(row.detail());
    detail.getStyleClass().addAll("tri-small", "run-detail");
    var lines = new VBox(first, detail);
    lines.setAlignment(Pos.CENTER_LEFT);
    lines.setMinWidth(0);
    HBox.setHgrow(lines, Priority.ALWAYS);
    var when = new Label(row.when());
    when.getStyleClass().addAll("tri-small", "run-when");
    when.setMinWidth(USE_PREF_SIZE);
    var more = Icons.button("ci-information", "Details of run " + row.title(), "", () -> {});
    more.getStyleClass().add("run-more");
    more.setFocusTraversable(false);
    more.setOnAction(_ -> actions.details(row.run().id()));
    var end = new StackPane(when, more);
    end.setAlignment(Pos.CENTER_RIGHT);
    end.setMinWidth(USE_PREF_SIZE);
    var box = new HBox(icon(row.look()), lines, end);
    box.getStyleClass().add("run-row");
    return box;
  }

  private Node question(RunRow row) {
    var words = new Label("Delete " + row.title() + "?");
    words.getStyleClass().add("tri-strong");
    words.setMinWidth(USE_PREF_SIZE);
    var size =
        new Label(
            row.run().bytes().isPresent()
                ? new MemorySize(row.run().bytes().getAsLong()).about()
                : "");
    size.getStyleClass().addAll("tri-small", "tri-muted");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var delete = button("Delete", () -> actions.delete(row.run().id()));
    delete.setId("run-delete");
    delete.getStyleClass().add("run-danger");
    var keep = button("Keep", () -> actions.ask(Optional.empty()));
    var lines = new VBox(words, size);
    lines.setAlignment(Pos.CENTER_LEFT);
    var box = new HBox(lines, space, delete, keep);
    box.getStyleClass().addAll("run-row", "run-question");
    return box;
  }

  private static Button button(String title, Runnable action) {
    var button = new Button(title);
    button.getStyleClass().add("tri-inline");
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> action.run());
    return button;
  }

  static String style(RunRow.Look look) {
    return "run-" + look.name().toLowerCase(Locale.ROOT);
  }

  /// Shapes differ, so that colour is never the only sign.
  static Node icon(RunRow.Look look) {
    return switch (look) {
      case RUNNING -> dot("run-dot");
      case WAITING -> dot("run-ring");
      case PAUSED -> Icons.of("ci-pause-filled", "tri-warn");
      case FINE -> Icons.of("ci-checkmark-filled");
      case BAD -> Icons.of("ci-misuse", "tri-bad");
    };
  }

  private static Node dot(String style) {
    var dot = new Region();
    dot.getStyleClass().add(style);
    var box = new HBox(dot);
    box.getStyleClass().add("run-dot-box");
    return box;
  }
}
