// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import java.util.Optional;
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
import trilobite.ui.fx.Fx;

/// The palette as it lies over the window: a field, what fits, and what its first letter means.
public final class PaletteView extends VBox {

  /// Of its node; there is one in a window at most.
  public static final String ID = "palette";

  /// Lines that stay in sight before the chosen one.
  private static final int AHEAD = 5;

  private final PaletteModel model;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ObservableList<Item> found = FXCollections.observableArrayList();
  private final ListView<Item> list = new ListView<>(found);
  private final Label nothing = new Label("Nothing fits.");
  private boolean following;

  public PaletteView(PaletteModel model, Runnable close) {
    this.model = model;
    this.close = close;
    getStyleClass().addAll("tri-palette", "tri-popup");
    setId(ID);
    field.setId("palette-field");
    field.setPromptText("Type a file or a command");
    field.setAccessibleText("Search files, runs and commands");
    field.textProperty().addListener((_, _, _) -> search());
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
    search();
    // A field whose skin comes after the focus selects its text, and typing would replace it.
    applyCss();
    field.requestFocus();
    field.end();
  }

  /// Searches again, as what there is to find has changed. A line that someone went to stays chosen
  /// wherever it is now; else the best one is.
  public void refresh() {
    var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    boolean gone = list.getSelectionModel().getSelectedIndex() > 0;
    search();
    chosen.filter(_ -> gone).ifPresent(this::choose);
  }

  /// Searches again, as something can be done now, or cannot any more. The chosen line stays so,
  /// and Enter never does what came into its place. Of many changes at once one is shown: where
  /// they end.
  public void follow() {
    if (!following) {
      following = true;
      Fx.later(this::followNow);
    }
  }

  private void followNow() {
    following = false;
    var chosen = Optional.ofNullable(list.getSelectionModel().getSelectedItem());
    search();
    chosen.ifPresent(this::choose);
  }

  private void search() {
    found.setAll(model.find(field.getText()));
    list.getSelectionModel().select(0);
    list.scrollTo(0);
  }

  private void choose(Item as) {
    found.stream()
        .filter(item -> item.id().equals(as.id()))
        .findFirst()
        .ifPresent(
            item -> {
              list.getSelectionModel().select(item);
              list.scrollTo(Math.max(0, found.indexOf(item) - AHEAD));
            });
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
      list.scrollTo(Math.max(0, at - AHEAD));
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
