// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Icons;
import trilobite.ui.panel.Commands;
import trilobite.ui.panel.Panel;

/// Every command with its keys, which a press on them changes.
final class ShortcutsView extends VBox {

  private final ShortcutsModel model;
  private final TextField filter = new TextField();
  private final Label note = new Label();
  private final VBox rows = new VBox();
  private Optional<String> listening = Optional.empty();

  ShortcutsView(Commands commands) {
    this.model = new ShortcutsModel(commands);
    getStyleClass().add("shortcuts");
    filter.setPromptText("Filter commands and keys");
    filter.setId("shortcut-filter");
    filter.setMaxWidth(320);
    filter.textProperty().addListener(_ -> refresh());
    note.getStyleClass().add("tri-warn");
    note.setId("shortcut-note");
    note.setWrapText(true);
    note.visibleProperty().bind(note.textProperty().isNotEmpty());
    note.managedProperty().bind(note.visibleProperty());
    rows.getStyleClass().add("shortcut-rows");
    getChildren().addAll(filter, note, rows);
    refresh();
  }

  void refresh() {
    rows.getChildren().setAll(model.lines(filter.getText()).stream().map(this::row).toList());
  }

  private Node row(ShortcutsModel.Line line) {
    var title = new Label(line.title());
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    boolean waiting = listening.filter(line.id()::equals).isPresent();
    var keys = new Button(waiting ? "Press keys…" : line.keys().isEmpty() ? "none" : line.keys());
    keys.setMnemonicParsing(false);
    keys.setId("keys-" + line.id().replace('.', '-'));
    keys.setAccessibleText("Keys of " + line.title() + ": " + keys.getText());
    keys.getStyleClass()
        .addAll("tri-inline", line.keys().isEmpty() ? "shortcut-none" : "shortcut-keys");
    keys.setOnAction(_ -> listen(line.id()));
    if (waiting) {
      // The window must not run what is being typed here.
      keys.getProperties().put(Panel.RAW_KEYS, true);
      keys.addEventFilter(KeyEvent.KEY_PRESSED, press -> take(line.id(), press));
    }
    var reset =
        Icons.button(
            "ci-reset", "Back to the first keys of " + line.title(), "", () -> reset(line.id()));
    var row = new HBox(title, keys, reset);
    row.getStyleClass().add("shortcut-row");
    return row;
  }

  private void listen(String id) {
    listening = Optional.of(id);
    note.setText("Press the new keys. Escape keeps the old ones, Delete takes them away.");
    refresh();
    Optional.ofNullable(lookup("#keys-" + id.replace('.', '-'))).ifPresent(Node::requestFocus);
  }

  private void take(String id, KeyEvent press) {
    press.consume();
    if (press.getCode() == KeyCode.ESCAPE) {
      done("");
    } else if (press.getCode() == KeyCode.DELETE || press.getCode() == KeyCode.BACK_SPACE) {
      done(model.rebind(id, ""));
    } else {
      ShortcutsModel.combination(press).ifPresent(keys -> done(model.rebind(id, keys)));
    }
  }

  private void reset(String id) {
    model.reset(id);
    done("");
  }

  private void done(String said) {
    listening = Optional.empty();
    note.setText(said);
    refresh();
  }
}
