// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import trilobite.model.console.LinePattern;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;

/// Looks for text in the lines: a field over their upper right corner, with count, next and
/// previous. JavaFX thread.
public final class FindBar extends HBox {

  private final TextField wanted = new TextField();
  private final ToggleButton regex = option(".*", "Regular expression");
  private final ToggleButton matchCase = option("Aa", "Match case");
  private final Label count = new Label();
  private Optional<Search> search = Optional.empty();
  private Runnable closed = () -> {};

  /// @param where what it looks in, as in "Find in console"
  public FindBar(String where) {
    getStylesheets()
        .add(Objects.requireNonNull(FindBar.class.getResource("find.css")).toExternalForm());
    getStyleClass().addAll("tri-popup", "console-find");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    wanted.setPromptText("Find in " + where);
    wanted.setAccessibleText("Find in " + where);
    wanted.textProperty().addListener(_ -> look());
    regex.selectedProperty().addListener(_ -> look());
    matchCase.selectedProperty().addListener(_ -> look());
    count.getStyleClass().addAll("tri-muted", "tri-small", "console-find-count");
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    getChildren()
        .addAll(
            wanted,
            regex,
            matchCase,
            count,
            Icons.button("ci-arrow-up", "Previous match", "Shift+F3", this::previous),
            Icons.button("ci-arrow-down", "Next match", "F3", this::next),
            Icons.button("ci-close", "Close", "Esc", this::close));
    setVisible(false);
  }

  /// Looks in other lines from now on.
  public void search(Search next) {
    search = Optional.of(next);
    if (isVisible()) {
      look();
    }
  }

  /// Calls back when it was closed, so that the focus can go back.
  public void whenClosed(Runnable action) {
    closed = action;
  }

  /// Takes the keys.
  public void open() {
    setVisible(true);
    wanted.requestFocus();
    wanted.selectAll();
    look();
  }

  /// Looks for nothing any more.
  public void close() {
    setVisible(false);
    search.ifPresent(s -> s.find(Optional.empty()));
    closed.run();
  }

  /// Goes to the next match, or opens.
  public void next() {
    if (isVisible()) {
      search.ifPresent(Search::next);
    } else {
      open();
    }
  }

  /// Goes to the match before.
  public void previous() {
    search.ifPresent(Search::previous);
  }

  /// Brings the count up to date.
  public void refresh() {
    if (isVisible() && !wanted.getStyleClass().contains("tri-bad-field")) {
      count.setText(wanted.getText().isEmpty() ? "" : search.map(Search::count).orElse(""));
    }
  }

  private void look() {
    wanted.getStyleClass().remove("tri-bad-field");
    String text = wanted.getText();
    try {
      Optional<LinePattern> pattern =
          text.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  regex.isSelected()
                      ? LinePattern.regex(text, matchCase.isSelected())
                      : LinePattern.text(text, matchCase.isSelected()));
      search.ifPresent(s -> s.find(pattern));
    } catch (PatternSyntaxException wrong) {
      wanted.getStyleClass().add("tri-bad-field");
      count.setText(wrong.getDescription());
    }
  }

  private void key(KeyEvent event) {
    KeyCode key = event.getCode();
    if (key == KeyCode.ESCAPE) {
      close();
    } else if ((key == KeyCode.ENTER && event.isShiftDown())
        || (key == KeyCode.F3 && event.isShiftDown())) {
      previous();
    } else if (key == KeyCode.ENTER || key == KeyCode.F3) {
      next();
    } else {
      return;
    }
    event.consume();
  }

  private static ToggleButton option(String text, String name) {
    var option = new ToggleButton(text);
    option.getStyleClass().addAll("flat", "tri-mono", "console-option");
    Tip.on(option, name);
    option.setAccessibleText(name);
    return option;
  }
}
