// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// A line that filters a list. It shows whether the filter is understood: a green frame and a check
/// mark, or a red one with the reason in the tooltip. Escape clears it, and leaves it once empty.
public final class FilterField extends HBox {

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

  private final TextField text = new TextField();
  private final Node check = Icons.of("ci-checkmark", "tri-small", "tri-ok");
  private final Button clear;
  private @Nullable Tooltip tooltip;

  /// @param leave puts the focus where it belongs after Escape
  public FilterField(String prompt, String name, Runnable leave) {
    getStyleClass().add("tri-filter");
    text.setPromptText(prompt);
    text.setAccessibleText(name);
    clear = Icons.cross("Clear filter", "Esc", text::clear);
    clear.setFocusTraversable(false);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(Icons.of("ci-filter", "tri-small"), text, check, clear);
    for (var part : new Node[] {check, clear}) {
      part.managedProperty().bind(part.visibleProperty());
    }
    text.textProperty().addListener(_ -> fit(Optional.empty()));
    text.focusedProperty()
        .addListener(
            (_, _, now) -> pseudoClassStateChanged(PseudoClass.getPseudoClass("entered"), now));
    text.addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, leave));
    fit(Optional.empty());
  }

  private void key(KeyEvent event, Runnable leave) {
    if (event.getCode() == KeyCode.ESCAPE) {
      if (text.getText().isEmpty()) {
        leave.run();
      } else {
        text.clear();
      }
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      leave.run();
      event.consume();
    }
  }

  public StringProperty line() {
    return text.textProperty();
  }

  /// Says whether the present line is understood.
  ///
  /// @param problem in one sentence, empty where it is
  public void fit(Optional<String> problem) {
    boolean filled = !text.getText().isBlank();
    pseudoClassStateChanged(GOOD, filled && problem.isEmpty());
    pseudoClassStateChanged(BAD, problem.isPresent());
    check.setVisible(filled && problem.isEmpty());
    clear.setVisible(!text.getText().isEmpty());
    tooltip = problem.map(Tooltip::new).orElse(null);
    text.setTooltip(tooltip);
    text.setAccessibleHelp(problem.orElse(""));
  }

  public void focusText() {
    text.requestFocus();
    text.selectAll();
  }
}
