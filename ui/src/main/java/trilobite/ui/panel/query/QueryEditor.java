// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import javafx.geometry.Bounds;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// Where a query is written. Ctrl Space offers tables and columns, Ctrl Enter runs it.
final class QueryEditor extends TextArea {

  private static final KeyCombination RUN =
      new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
  private static final KeyCombination OFFER =
      new KeyCodeCombination(KeyCode.SPACE, KeyCombination.CONTROL_DOWN);
  private static final double ROWS = 8;

  private final Completion completion;
  private final Runnable run;
  private final Popup popup = new Popup();
  private final ListView<Completion.Choice> list = new ListView<>();

  QueryEditor(Completion completion, Runnable run) {
    this.completion = completion;
    this.run = run;
    setId("query-text");
    getStyleClass().add("query-text");
    setPromptText("select name, state, waits_for from threads order by name");
    setAccessibleText("Query");
    list.getStyleClass().add("query-choices");
    list.setCellFactory(_ -> new ChoiceCell());
    list.setFocusTraversable(false);
    list.setOnMouseClicked(_ -> take());
    popup.getContent().add(list);
    popup.setAutoHide(true);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    textProperty().addListener(_ -> typed());
  }

  private void key(KeyEvent event) {
    if (RUN.match(event)) {
      popup.hide();
      run.run();
    } else if (OFFER.match(event)) {
      offer(true);
    } else if (popup.isShowing() && choose(event.getCode())) {
      // It was for the list.
    } else {
      return;
    }
    event.consume();
  }

  private boolean choose(KeyCode key) {
    var selection = list.getSelectionModel();
    switch (key) {
      case DOWN -> selection.selectNext();
      case UP -> selection.selectPrevious();
      case ENTER, TAB -> take();
      case ESCAPE -> popup.hide();
      default -> {
        return false;
      }
    }
    list.scrollTo(Math.max(0, selection.getSelectedIndex()));
    return true;
  }

  /// Goes on offering while the list is open, and begins to after a dot.
  private void typed() {
    if (isFocused()) {
      // The caret follows after the text.
      trilobite.ui.fx.Fx.later(
          () -> {
            var caret = getCaretPosition();
            var dot = caret > 0 && getText().charAt(Math.min(caret, getLength()) - 1) == '.';
            if (popup.isShowing() || dot) {
              offer(false);
            }
          });
    }
  }

  private void offer(boolean only) {
    var at = completion.at(getText(), Math.min(getCaretPosition(), getLength()));
    list.getItems().setAll(at.choices());
    if (at.choices().isEmpty()) {
      popup.hide();
      return;
    }
    list.getSelectionModel().selectFirst();
    if (only && at.choices().size() == 1) {
      take();
      return;
    }
    list.setPrefHeight((Math.min(ROWS, at.choices().size()) * 2 + 0.5) * getFont().getSize());
    if (!popup.isShowing()) {
      var place = caretOnScreen();
      popup.show(this, place.getMinX(), place.getMaxY());
    }
  }

  private Bounds caretOnScreen() {
    var caret = lookup(".caret");
    return localToScreen(
        caret == null
            ? getBoundsInLocal()
            : sceneToLocal(caret.localToScene(caret.getBoundsInLocal())));
  }

  private void take() {
    var choice = list.getSelectionModel().getSelectedItem();
    if (choice != null) {
      var caret = getCaretPosition();
      replaceText(completion.at(getText(), caret).from(), caret, choice.name());
    }
    popup.hide();
  }

  /// The names that are offered now; none while the list is hidden.
  java.util.List<String> offered() {
    return popup.isShowing()
        ? list.getItems().stream().map(Completion.Choice::name).toList()
        : java.util.List.of();
  }

  /// A name and what it means.
  private static final class ChoiceCell extends ListCell<Completion.Choice> {
    private final Label name = new Label();
    private final Label about = new Label();
    private final HBox row = new HBox(name, about);

    ChoiceCell() {
      name.getStyleClass().add("query-choice");
      about.getStyleClass().addAll("tri-small", "tri-muted");
      row.getStyleClass().add("query-choice-row");
    }

    @Override
    protected void updateItem(Completion.@Nullable Choice choice, boolean empty) {
      super.updateItem(choice, empty);
      setGraphic(empty || choice == null ? null : row);
      if (choice != null) {
        name.setText(choice.name());
        about.setText(choice.about());
      }
    }
  }

  /// Selects the word that begins here: it is wrong.
  void mark(int at) {
    var sql = getText();
    var end = at;
    while (end < sql.length()
        && (Character.isLetterOrDigit(sql.charAt(end)) || sql.charAt(end) == '_')) {
      end++;
    }
    selectRange(at, Math.max(end, Math.min(sql.length(), at + 1)));
    requestFocus();
  }
}
