// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.reactfx.Subscription;
import trilobite.ui.control.Tip;

/// Find and replace above the text. Enter and Shift Enter step through the hits, Esc closes it.
final class FindBar implements EditorComponent {
  private final TextField wanted = field("Find");
  private final TextField replacement = field("Replace with");
  private final ToggleButton regex = toggle(".*", "Regular expression");
  private final ToggleButton matchCase = toggle("Aa", "Match case");
  private final Label count = new Label();
  private final HBox replaceRow = new HBox(4);
  private final VBox bar = new VBox(4);
  private TextSearch.Result result = new TextSearch.Result(java.util.List.of(), "", false);
  private Optional<EditorFrame> shownIn = Optional.empty();
  private Subscription typing = () -> {};

  @Override
  public void install(EditorFrame frame) {
    bar.getStyleClass().add("find-bar");
    count.getStyleClass().add("find-count");
    var row =
        new HBox(
            4,
            wanted,
            matchCase,
            regex,
            button("ci-arrow-up", "Previous (Shift Enter)", () -> step(frame, false)),
            button("ci-arrow-down", "Next (Enter)", () -> step(frame, true)),
            count,
            button("ci-close", "Close (Esc)", () -> close(frame)));
    row.setAlignment(Pos.CENTER_LEFT);
    var one = new Button("Replace");
    one.setOnAction(e -> replaceOne(frame));
    var all = new Button("Replace all");
    all.setOnAction(e -> replaceAll(frame));
    replaceRow.getChildren().addAll(replacement, one, all);
    bar.getChildren().add(row);
    wanted.textProperty().addListener(o -> search(frame, true));
    regex.selectedProperty().addListener(o -> search(frame, true));
    matchCase.selectedProperty().addListener(o -> search(frame, true));
    bar.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(frame, e));
    typing = frame.whenCalm(() -> search(frame, false));
  }

  /// Opens the bar with the selected text and takes the focus.
  void open(EditorFrame frame, boolean replacing) {
    var selected = frame.area().getSelectedText();
    if (!selected.isEmpty() && !selected.contains("\n")) {
      wanted.setText(selected);
    }
    bar.getChildren().remove(replaceRow);
    if (replacing && frame.area().isEditable()) {
      bar.getChildren().add(replaceRow);
    }
    frame.show(bar);
    shownIn = Optional.of(frame);
    wanted.requestFocus();
    wanted.selectAll();
    search(frame, false);
  }

  private void close(EditorFrame frame) {
    frame.hide(bar);
    shownIn = Optional.empty();
    frame.layers().set("find", java.util.List.of());
    frame.area().requestFocus();
  }

  private void key(EditorFrame frame, KeyEvent e) {
    if (e.getCode() == KeyCode.ESCAPE) {
      close(frame);
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER && e.getTarget().equals(wanted)) {
      step(frame, !e.isShiftDown());
      e.consume();
    } else if (e.getCode() == KeyCode.ENTER && e.getTarget().equals(replacement)) {
      replaceOne(frame);
      e.consume();
    }
  }

  private void search(EditorFrame frame, boolean jump) {
    if (shownIn.isEmpty()) {
      return;
    }
    result =
        TextSearch.find(
            frame.area().getText(), wanted.getText(), regex.isSelected(), matchCase.isSelected());
    frame
        .layers()
        .set(
            "find",
            result.hits().stream()
                .map(h -> new StyleLayers.Styled(h.start(), h.end(), "find-hit"))
                .toList());
    if (jump) {
      result.from(frame.area().getSelection().getStart()).ifPresent(h -> select(frame, h));
    }
    say(frame);
  }

  private void say(EditorFrame frame) {
    var selection = frame.area().getSelection();
    int at = result.hits().indexOf(new TextSearch.Hit(selection.getStart(), selection.getEnd()));
    boolean nothing = result.hits().isEmpty() && !wanted.getText().isEmpty();
    count.setText(
        !result.error().isEmpty()
            ? result.error()
            : nothing
                ? "no hits"
                : result.hits().isEmpty()
                    ? ""
                    : (at < 0 ? "" : (at + 1) + " of ")
                        + result.hits().size()
                        + (result.cut() ? "+" : ""));
    wanted.pseudoClassStateChanged(
        javafx.css.PseudoClass.getPseudoClass("invalid"), nothing || !result.error().isEmpty());
  }

  private void step(EditorFrame frame, boolean forward) {
    var selection = frame.area().getSelection();
    var hit = forward ? result.from(selection.getEnd()) : result.before(selection.getStart());
    hit.ifPresent(h -> select(frame, h));
    say(frame);
  }

  private static void select(EditorFrame frame, TextSearch.Hit hit) {
    frame.area().selectRange(hit.start(), hit.end());
    frame.area().requestFollowCaret();
  }

  private void replaceOne(EditorFrame frame) {
    var selection = frame.area().getSelection();
    if (result.hits().contains(new TextSearch.Hit(selection.getStart(), selection.getEnd()))) {
      frame.area().replaceText(selection.getStart(), selection.getEnd(), replacement.getText());
    }
    search(frame, true);
  }

  private void replaceAll(EditorFrame frame) {
    if (result.hits().isEmpty() || result.cut()) {
      return;
    }
    var changes = frame.area().createMultiChange(result.hits().size());
    result.hits().forEach(h -> changes.replaceText(h.start(), h.end(), replacement.getText()));
    changes.commit();
    search(frame, false);
  }

  @Override
  public void uninstall() {
    typing.unsubscribe();
  }

  private static TextField field(String prompt) {
    var field = new TextField();
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    HBox.setHgrow(field, Priority.SOMETIMES);
    return field;
  }

  private static ToggleButton toggle(String text, String hint) {
    var toggle = new ToggleButton(text);
    Tip.on(toggle, hint);
    toggle.setAccessibleText(hint);
    return toggle;
  }

  private static Button button(String icon, String hint, Runnable run) {
    var button = new Button("", new FontIcon(icon));
    button.getStyleClass().add("flat");
    Tip.on(button, hint);
    button.setAccessibleText(hint);
    button.setOnAction(e -> run.run());
    return button;
  }
}
