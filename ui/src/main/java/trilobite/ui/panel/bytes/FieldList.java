// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The fields of what lies at the place, in their order. Choosing one puts the cursor on it; Enter
/// or a double click follows its pointer.
final class FieldList extends ListView<Field> {

  private final Consumer<Field> chosen;
  private boolean quiet;

  FieldList(Consumer<Field> chosen, Runnable follow) {
    this.chosen = chosen;
    setId("bytes-fields");
    getStyleClass().add("bytes-fields");
    setAccessibleText("Fields");
    var none =
        new Label("No type is known here. A place such as (struct thread *) 0x1234 has one.");
    none.setWrapText(true);
    none.getStyleClass().addAll("tri-small", "tri-muted", "bytes-none");
    setPlaceholder(none);
    setCellFactory(_ -> new Cell());
    getSelectionModel().selectedItemProperty().addListener((_, _, now) -> choose(now));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER && !event.isAltDown()) {
            follow.run();
            event.consume();
          }
        });
    setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            follow.run();
          }
        });
  }

  private void choose(Field field) {
    if (field != null && !quiet) {
      chosen.accept(field);
    }
  }

  /// The fields anew, and which the cursor is in.
  void show(List<Field> fields, BytesModel model) {
    quiet = true;
    getPlaceholder().setVisible(model.place().isPresent());
    if (!getItems().equals(fields)) {
      getItems().setAll(fields);
    }
    var at = model.field().map(getItems()::indexOf).orElse(-1);
    if (at != getSelectionModel().getSelectedIndex()) {
      if (at < 0) {
        getSelectionModel().clearSelection();
      } else {
        getSelectionModel().select(at);
        scrollTo(Math.max(0, at - 2));
      }
    }
    quiet = false;
  }

  private static final class Cell extends ListCell<Field> {
    private final Label name = new Label();
    private final Label value = new Label();
    private final Label type = new Label();
    private final HBox row;

    Cell() {
      name.getStyleClass().add("bytes-name");
      name.setMinWidth(USE_PREF_SIZE);
      value.getStyleClass().add("bytes-value");
      type.getStyleClass().addAll("tri-small", "tri-muted");
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      row = new HBox(name, value, space, type);
      row.getStyleClass().add("bytes-field");
      row.setMinWidth(0);
      row.setPrefWidth(1);
    }

    @Override
    protected void updateItem(Field field, boolean empty) {
      super.updateItem(field, empty);
      if (empty || field == null) {
        setGraphic(null);
        return;
      }
      name.setText(
          "  ".repeat(field.depth()) + (field.name().isEmpty() ? "(anonymous)" : field.name()));
      value.setText(oneLine(field.value()));
      type.setText(field.type());
      setGraphic(row);
    }

    private static String oneLine(String text) {
      return text.replaceAll("\\s+", " ");
    }
  }
}
