// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Icons;

/// The palette as it lies over the window: a field, what fits, and what its first letter means.
public final class PaletteView extends VBox {

  /// Of its node; there is one in a window at most.
  public static final String ID = "palette";

  private final PaletteModel model;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ObservableList<Item> found = FXCollections.observableArrayList();
  private final ListView<Item> list = new ListView<>(found);
  private final Label nothing = new Label("Nothing fits.");

  public PaletteView(PaletteModel model, Runnable close) {
    this.model = model;
    this.close = close;
    getStyleClass().addAll("tri-palette", "tri-popup");
    setId(ID);
    field.setId("palette-field");
    field.setPromptText("Type a file or a command");
    field.setAccessibleText("Search files, runs and commands");
    field.textProperty().addListener((_, _, _) -> refresh());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    HBox.setHgrow(field, Priority.ALWAYS);
    var top = new HBox(8, Icons.of("ci-search"), field);
    top.getStyleClass().add("tri-palette-top");
    list.setId("palette-list");
    list.setCellFactory(_ -> new ItemCell());
    list.setFocusTraversable(false);
    list.setPlaceholder(nothing);
    list.setOnMouseClicked(
        click -> {
          if (click.getButton() == MouseButton.PRIMARY) {
            run();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    var foot = new Label(">  commands      #  runs      :  line      /  open a folder");
    foot.getStyleClass().add("tri-palette-foot");
    foot.setMaxWidth(Double.MAX_VALUE);
    getChildren().addAll(top, list, foot);
  }

  /// Starts anew with this text.
  public void start(String text) {
    field.setText(text);
    refresh();
    // A field whose skin comes after the focus selects its text, and typing would replace it.
    applyCss();
    field.requestFocus();
    field.end();
  }

  /// Searches again, as what there is to find has changed.
  public void refresh() {
    List<Item> now = model.find(field.getText());
    found.setAll(now);
    list.getSelectionModel().select(0);
    list.scrollTo(0);
  }

  private void key(KeyEvent press) {
    switch (press.getCode()) {
      case DOWN -> move(press, 1);
      case UP -> move(press, -1);
      case PAGE_DOWN -> move(press, 8);
      case PAGE_UP -> move(press, -8);
      case ENTER -> {
        press.consume();
        run();
      }
      case ESCAPE -> {
        press.consume();
        close.run();
      }
      default -> {}
    }
  }

  private void move(KeyEvent press, int by) {
    press.consume();
    if (!found.isEmpty()) {
      int at =
          Math.clamp((long) list.getSelectionModel().getSelectedIndex() + by, 0, found.size() - 1);
      list.getSelectionModel().select(at);
      list.scrollTo(Math.max(0, at - 5));
    }
  }

  private void run() {
    var chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null && chosen.usable()) {
      close.run();
      chosen.run().run();
    }
  }
}
