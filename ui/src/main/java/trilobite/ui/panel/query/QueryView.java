// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.job.Subscription;
import trilobite.model.port.Jobs;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryException;
import trilobite.model.query.SqlValue;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Skeleton;
import trilobite.ui.fx.Fx;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;

/// A query above, its rows below, and while it is repeated a chart beside them. Rows of the last
/// answer stay while the next is asked and when it fails.
final class QueryView extends VBox implements PanelView {

  private static final long REPEAT_MILLIS = 1_000;
  private static final int SKELETON_ROWS = 5;
  private final Desk desk;
  private final FileChoice files;
  private final QueryMemory memory;
  private final QueryEditor editor;
  private final QueryToolbar toolbar;
  private final Label trouble = new Label();
  private final StackPane middle = new StackPane();
  private final ChartPane chart = new ChartPane();
  private Optional<Grid<List<SqlValue>>> grid = Optional.empty();
  private List<String> columns = List.of();
  private Optional<Jobs.Running<QueryAnswer>> running = Optional.empty();

  /// Counts queries: what comes of an earlier one is not wanted any more.
  private int turn;

  private Optional<Subscription> repeat = Optional.empty();
  private boolean visible;

  QueryView(Desk desk, FileChoice files) {
    this.desk = desk;
    this.files = files;
    memory = new QueryMemory(desk.workbench().settings());
    editor = new QueryEditor(new Completion(desk.workbench().queries().tables()), this::run);
    toolbar = new QueryToolbar(this::run, this::cancel, this::repeat, this::recall);
    getStyleClass().addAll("tri-panel", "query");
    getStylesheets()
        .add(Objects.requireNonNull(QueryView.class.getResource("query.css")).toExternalForm());
    trouble.setId("query-trouble");
    trouble.getStyleClass().addAll("grid-cut", "query-trouble");
    trouble.setWrapText(true);
    trouble.managedProperty().bind(trouble.visibleProperty());
    trouble.setVisible(false);
    middle.getChildren().setAll(start());
    var split = new SplitPane(new VBox(editor, trouble), middle);
    split.setOrientation(Orientation.VERTICAL);
    split.setDividerPositions(0.3);
    VBox.setVgrow(editor, javafx.scene.layout.Priority.ALWAYS);
    VBox.setVgrow(split, javafx.scene.layout.Priority.ALWAYS);
    getChildren().addAll(toolbar, split);
    toolbar.history(memory.all());
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    register();
  }

  private void key(KeyEvent press) {
    if (press.getCode() == KeyCode.ESCAPE && waits()) {
      press.consume();
      cancel();
    }
  }

  private void register() {
    desk.commands()
        .add(Command.always("query.run", "Run the query", "ci-data-base", "", this::run));
  }

  private Node start() {
    return QueryStart.offering(
        example -> {
          editor.setText(example);
          run();
        });
  }

  private void recall(String query) {
    editor.setText(query);
    editor.requestFocus();
    editor.end();
  }

  /// Asks what is written; an answer that is still awaited is not wanted any more.
  void run() {
    var sql = editor.getText();
    if (sql.isBlank()) {
      return;
    }
    if (waits()) {
      cancel();
    }
    memory.add(sql);
    toolbar.history(memory.all());
    ask(sql);
  }

  private boolean waits() {
    return running.filter(job -> !job.result().isDone()).isPresent();
  }

  private void ask(String sql) {
    toolbar.running(true);
    if (grid.isEmpty()) {
      middle.getChildren().setAll(new Skeleton(SKELETON_ROWS));
    }
    int mine = ++turn;
    var job =
        desk.background(
            Asking.of(desk, sql),
            answer -> ifWanted(mine, () -> show(answer)),
            error -> ifWanted(mine, () -> refuse(sql, error)));
    running = Optional.of(job);
    // The status bar can end it too, and nobody else says so.
    Fx.whenCancelled(job, () -> ifWanted(mine, this::cancel));
  }

  private void ifWanted(int of, Runnable then) {
    if (of == turn) {
      then.run();
    }
  }

  private void cancel() {
    turn++;
    running.ifPresent(Jobs.Running::cancel);
    running = Optional.empty();
    toolbar.running(false);
    if (grid.isEmpty()) {
      middle.getChildren().setAll(start());
    }
  }

  private void show(QueryAnswer answer) {
    toolbar.running(false);
    toolbar.told(answer);
    trouble.setText(answer.cut().map(why -> "Not all rows: " + why + ".").orElse(""));
    trouble.setVisible(answer.cut().isPresent());
    trouble.getStyleClass().remove("tri-bad");
    if (grid.isEmpty() || !columns.equals(answer.columns())) {
      grid.ifPresent(Grid::close);
      columns = answer.columns();
      grid = Optional.of(made(answer));
    }
    grid.get().rows(answer.rows());
    grid.get()
        .placeholder(Hint.empty("ci-data-base", "No rows", "The query is right and fits nothing."));
    if (repeat.isPresent()) {
      chart.add(answer);
    }
    lay();
  }

  private Grid<List<SqlValue>> made(QueryAnswer answer) {
    var spec =
        new GridSpec<List<SqlValue>>(
            "query",
            answer.table().columns().stream()
                .map(column -> GridColumn.of(column).wide(column.type() == String.class ? 12 : 9))
                .collect(Collectors.toList()),
            row -> row.isEmpty() ? "" : row.getFirst(),
            row -> "",
            "Filter rows");
    var made = new Grid<>(desk, spec, files);
    toolbar.grid(made.filterField(), made.tools());
    return made;
  }

  private void lay() {
    var rows = grid.map(Grid::node);
    if (rows.isEmpty()) {
      return;
    }
    if (repeat.isPresent()) {
      if (!(middle.getChildren().getFirst() instanceof SplitPane)) {
        var both = new SplitPane(rows.get(), chart);
        both.setDividerPositions(0.55);
        middle.getChildren().setAll(both);
      } else if (middle.getChildren().getFirst() instanceof SplitPane both
          && !both.getItems().contains(rows.get())) {
        both.getItems().set(0, rows.get());
      }
    } else if (!middle.getChildren().equals(List.of(rows.get()))) {
      middle.getChildren().setAll(rows.get());
    }
  }

  private void refuse(String sql, Throwable error) {
    toolbar.running(false);
    stopRepeating();
    var cause =
        error instanceof CompletionException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : error;
    var why = String.valueOf(cause.getMessage());
    trouble.setText(Character.toUpperCase(why.charAt(0)) + why.substring(1));
    trouble.getStyleClass().remove("tri-bad");
    trouble.getStyleClass().add("tri-bad");
    trouble.setVisible(true);
    if (cause instanceof QueryException wrong
        && wrong.position().isPresent()
        && editor.getText().equals(sql)) {
      editor.mark(wrong.position().getAsInt());
    }
    if (grid.isEmpty()) {
      middle.getChildren().setAll(start());
    }
  }

  private void repeat(boolean on) {
    stopRepeating();
    if (on) {
      chart.begin();
      toolbar.repeating(true);
      repeat = Optional.of(Fx.pull(REPEAT_MILLIS, this::again));
      run();
    }
    lay();
  }

  private void again() {
    if (visible && !waits() && !editor.getText().isBlank()) {
      ask(editor.getText());
    }
  }

  private void stopRepeating() {
    repeat.ifPresent(Subscription::close);
    repeat = Optional.empty();
    toolbar.repeating(false);
    lay();
  }

  @Override
  public void shown(boolean now) {
    visible = now;
  }

  @Override
  public void focusMain() {
    editor.requestFocus();
  }

  @Override
  public void close() {
    cancel();
    stopRepeating();
    grid.ifPresent(Grid::close);
  }

  /// For tests.
  QueryEditor editor() {
    return editor;
  }

  ChartPane chart() {
    return chart;
  }
}
