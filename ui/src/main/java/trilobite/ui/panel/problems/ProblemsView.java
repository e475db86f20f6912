// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.problems;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.ui.control.Hint;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session;

/// The list of problems with its filter.
final class ProblemsView {
  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final Session session;
  private final BorderPane root = new BorderPane();
  private final TextField filter = new TextField();
  private final Label summary = new Label();
  private final ListView<ProblemRow> list = new ListView<>();
  private final Hint none;

  ProblemsView(Session session) {
    this.session = session;
    this.none =
        Hint.empty(
            "ci-checkmark-filled",
            "No problems",
            "Errors and warnings of the last build and of trilobite.toml will appear here.",
            Hint.action("ci-tools", "Build", session::startBuild));
    root.getStyleClass().add("problems");
    root.getStylesheets().add(ProblemsView.class.getResource("problems.css").toExternalForm());
    filter.setPromptText("Filter by text or file");
    filter.setAccessibleText("Filter problems");
    filter.textProperty().addListener(o -> refresh());
    list.setCellFactory(v -> new ProblemCell());
    list.setFixedCellSize(24);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.setAccessibleText("Problems");
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    list.setOnMouseClicked(
        e -> {
          if (e.getButton() == MouseButton.PRIMARY && !e.isShortcutDown() && !e.isShiftDown()) {
            open();
          }
        });
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    summary.getStyleClass().add("problems-summary");
    var bar = new HBox(8, filter, space, summary);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("problems-bar");
    root.setTop(bar);
    refresh();
  }

  Node node() {
    return root;
  }

  void focus() {
    list.requestFocus();
  }

  void filter() {
    filter.requestFocus();
  }

  void refresh() {
    var problems = session.problems();
    var rows =
        ProblemsModel.rows(
            problems, session.project().get().map(OpenProject::folder), filter.getText());
    if (!rows.equals(list.getItems())) {
      list.getItems().setAll(rows);
    }
    summary.setText(ProblemsModel.summary(problems));
    root.setCenter(problems.isEmpty() ? none : rows.isEmpty() ? nothingFits() : list);
  }

  private Hint nothingFits() {
    return Hint.empty(
        "ci-filter",
        "Nothing fits the filter",
        ProblemsModel.summary(session.problems()) + " are hidden.",
        Hint.action("ci-close", "Clear filter", filter::clear));
  }

  private void key(KeyEvent e) {
    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.F4) {
      open();
      e.consume();
    } else if (COPY.match(e)) {
      copy(list.getSelectionModel().getSelectedItems());
      e.consume();
    }
  }

  private static void copy(List<ProblemRow> rows) {
    var content = new ClipboardContent();
    content.putString(ProblemsModel.tsv(rows));
    Clipboard.getSystemClipboard().setContent(content);
  }

  private void open() {
    var row = list.getSelectionModel().getSelectedItem();
    if (row != null) {
      row.file().ifPresent(file -> session.openFile(file, row.place()));
    }
  }
}
