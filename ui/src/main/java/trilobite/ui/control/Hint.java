// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// What stands where data cannot: an icon, a title, one sentence and at most two things to do. Used
/// for the empty, error and unavailable states of every panel.
public final class Hint extends VBox {

  private Hint(String icon, String iconClass, String title, String text, List<Button> actions) {
    getStyleClass().add("tri-hint");
    var heading = new Label(title);
    heading.getStyleClass().add("tri-hint-title");
    var sentence = new Label(text);
    sentence.getStyleClass().add("tri-hint-text");
    sentence.setWrapText(true);
    sentence.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(Icons.of(icon, "tri-big", iconClass), heading, sentence);
    if (!actions.isEmpty()) {
      var row = new HBox();
      row.getStyleClass().add("tri-hint-actions");
      row.getChildren().addAll(actions);
      getChildren().add(row);
    }
    setAccessibleText(title + ". " + text);
  }

  /// Nothing is there yet; `text` says what will appear.
  public static Hint empty(String icon, String title, String text, Button... actions) {
    return new Hint(icon, "tri-muted", title, text, List.of(actions));
  }

  /// Something failed; `text` says what, and what still works.
  public static Hint error(String title, String text, Button... actions) {
    return new Hint("ci-misuse", "tri-bad", title, text, List.of(actions));
  }

  /// This machine or toolchain cannot; `text` says why, the action is the nearest alternative.
  public static Hint unavailable(String icon, String title, String text, Button... actions) {
    return new Hint(icon, "tri-muted", title, text, List.of(actions));
  }

  /// A button for a hint, with or without an icon.
  public static Button action(String icon, String label, Runnable run) {
    var button = new Button(label);
    if (!icon.isEmpty()) {
      button.setGraphic(Icons.of(icon));
    }
    button.setOnAction(_ -> run.run());
    return button;
  }
}
