// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Skeleton;

/// The nodes of the project panel: a header and the tree, or a word about why there is none.
final class ProjectView extends BorderPane {

  /// Rows above the chosen one that are brought into sight with it.
  private static final int CONTEXT = 3;

  private final ListView<Row> list = new ListView<>();
  private final Actions actions;
  private final NameBar names = new NameBar(this::answered);
  private final VBox top = new VBox();
  private Optional<java.nio.file.Path> wanted = Optional.empty();

  /// What the view asks for.
  interface Actions {
    void toggle(Row row);

    void open(Row row);

    void refresh();

    void collapse();

    void openProject();

    /// A new file, or folder, beside or in the row.
    void create(Optional<Row> beside, boolean folder);

    void rename(Row row);

    void trash(Row row);

    ContextMenu menu(Row row);
  }

  ProjectView(Actions actions) {
    this.actions = actions;
    getStyleClass().addAll("tri-chrome", "project");
    var sheet = ProjectView.class.getResource("/trilobite/ui/panel/project/project.css");
    getStylesheets().add(java.util.Objects.requireNonNull(sheet).toExternalForm());
    var name = new Label("Project");
    name.getStyleClass().add("tri-name");
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    var header =
        new HBox(
            name,
            gap,
            Icons.button(
                "ci-document-add",
                "New file (Alt+Insert)",
                "",
                () -> actions.create(selected(), false)),
            Icons.button(
                "ci-folder-add",
                "New folder (Alt+Shift+Insert)",
                "",
                () -> actions.create(selected(), true)),
            Icons.button("ci-collapse-all", "Close all folders", "", actions::collapse),
            Icons.button("ci-renew", "Read again", "", actions::refresh));
    header.getStyleClass().add("tri-header");
    top.getChildren().add(header);
    setTop(top);
    list.setId("project-tree");
    list.setAccessibleText("Files of the project");
    list.setCellFactory(_ -> new RowCell(actions::toggle));
    list.setOnKeyPressed(this::key);
    list.setOnKeyTyped(this::typeAhead);
    list.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            clicked(click.getClickCount());
          }
        });
    list.setOnContextMenuRequested(
        request ->
            selected()
                .ifPresent(
                    row ->
                        actions.menu(row).show(list, request.getScreenX(), request.getScreenY())));
    setMinSize(0, 0);
  }

  /// Asks for a name; `then` answers with [#answered] or [#refuse].
  void ask(String question, String initial, int marked, Consumer<String> then) {
    if (!top.getChildren().contains(names)) {
      top.getChildren().add(names);
    }
    names.ask(question, initial, marked, then);
  }

  /// The question is over.
  void answered() {
    top.getChildren().remove(names);
    focusTree();
  }

  /// The question stays, with what is wrong.
  void refuse(String why) {
    names.fail(why);
  }

  /// Selects an entry now, or once it is shown.
  void want(java.nio.file.Path path) {
    wanted = Optional.of(path);
  }

  void loading() {
    setCenter(new Skeleton(6));
  }

  void nothing() {
    setCenter(
        Hint.empty(
            "ci-folders",
            "No project is open",
            "Its files, its image and its symbols will be listed here.",
            Hint.action("ci-folder", "Open…", actions::openProject)));
  }

  void failed(String why) {
    setCenter(
        Hint.error(
            "The folder cannot be read", why, Hint.action("ci-renew", "Retry", actions::refresh)));
  }

  /// Shows these rows; what was selected stays selected where it still is.
  void show(List<Row> rows) {
    var before = selected().map(row -> row.node().path());
    if (!list.getItems().equals(rows)) {
      list.getItems().setAll(rows);
      before.ifPresent(
          path ->
              rows.stream()
                  .filter(row -> row.node().path().equals(path))
                  .findFirst()
                  .ifPresent(list.getSelectionModel()::select));
    }
    setCenter(list);
    wanted
        .filter(path -> rows.stream().anyMatch(row -> row.node().path().equals(path)))
        .ifPresent(
            path -> {
              wanted = Optional.empty();
              select(path);
            });
  }

  void select(java.nio.file.Path path) {
    list.getItems().stream()
        .filter(row -> row.node().path().equals(path))
        .findFirst()
        .ifPresent(
            row -> {
              list.getSelectionModel().select(row);
              bringIntoView(list.getSelectionModel().getSelectedIndex());
            });
  }

  /// A row with some of those above it, as many as leave it in sight.
  private void bringIntoView(int at) {
    var cell = list.lookup(".list-cell");
    double height = cell == null ? 0 : cell.getLayoutBounds().getHeight();
    int rows = height > 0 ? (int) (list.getHeight() / height) : 1;
    list.scrollTo(Math.max(0, at - Math.clamp(rows - 1L, 0, CONTEXT)));
  }

  void focusTree() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty()) {
      list.getSelectionModel().select(0);
    } else if (!chosenIsSeen()) {
      bringIntoView(list.getSelectionModel().getSelectedIndex());
    }
  }

  private boolean chosenIsSeen() {
    return list.lookupAll(".list-cell:selected").stream()
        .map(cell -> list.sceneToLocal(cell.localToScene(cell.getLayoutBounds())))
        .anyMatch(cell -> cell.getMinY() >= 0 && cell.getMaxY() <= list.getHeight());
  }

  Optional<Row> selected() {
    return Optional.ofNullable(list.getSelectionModel().getSelectedItem());
  }

  private void clicked(int times) {
    selected()
        .ifPresent(
            row -> {
              if (row.folder() && times == 2) {
                actions.toggle(row);
              } else if (!row.folder()) {
                actions.open(row);
              }
            });
  }

  private void key(KeyEvent press) {
    var row = selected();
    if (press.getCode() == KeyCode.INSERT && press.isAltDown()) {
      press.consume();
      actions.create(row, press.isShiftDown());
      return;
    }
    if (row.isEmpty() || press.isShortcutDown() || press.isAltDown()) {
      return;
    }
    switch (press.getCode()) {
      case ENTER -> {
        press.consume();
        if (row.get().folder()) {
          actions.toggle(row.get());
        } else {
          actions.open(row.get());
        }
      }
      case RIGHT -> {
        press.consume();
        if (row.get().folder() && !row.get().open()) {
          actions.toggle(row.get());
        } else {
          list.getSelectionModel().selectNext();
        }
      }
      case LEFT -> {
        press.consume();
        if (row.get().folder() && row.get().open()) {
          actions.toggle(row.get());
        } else {
          Optional.ofNullable(row.get().node().path().getParent()).ifPresent(this::select);
        }
      }
      case F2 -> {
        press.consume();
        actions.rename(row.get());
      }
      case DELETE -> {
        press.consume();
        actions.trash(row.get());
      }
      default -> {}
    }
  }

  /// A letter goes to the next name that begins with it.
  private void typeAhead(KeyEvent typed) {
    var text = typed.getCharacter().toLowerCase(java.util.Locale.ROOT);
    if (text.isBlank() || typed.isShortcutDown() || Character.isISOControl(text.charAt(0))) {
      return;
    }
    int size = list.getItems().size();
    int from = list.getSelectionModel().getSelectedIndex();
    for (int step = 1; step <= size; step++) {
      int at = Math.floorMod(from + step, size);
      if (list.getItems().get(at).name().toLowerCase(java.util.Locale.ROOT).startsWith(text)) {
        list.getSelectionModel().select(at);
        bringIntoView(at);
        return;
      }
    }
  }
}
