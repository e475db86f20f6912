// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Icons;
import trilobite.ui.fx.Fx;

/// A strip above the editor that asks something without standing in the way.
final class Banner extends HBox {

  private Optional<Node> before = Optional.empty();

  /// @param lines what it is about, one a row; may come from a project and is shown as plain text
  Banner(String icon, String title, String text, List<String> lines, Button... actions) {
    getStyleClass().addAll("tri-banner", "tri-warn");
    var heading = new Label(title);
    heading.getStyleClass().add("tri-title");
    heading.setWrapText(true);
    var sentence = new Label(text);
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    // A sentence that is not there takes no line.
    var rows = text.isEmpty() ? new VBox(heading) : new VBox(heading, sentence);
    rows.getStyleClass().add("tri-banner-rows");
    rows.setMinWidth(0);
    lines.forEach(line -> rows.getChildren().add(row(line)));
    var buttons = new HBox(actions);
    buttons.getStyleClass().add("tri-banner-actions");
    rows.getChildren().add(buttons);
    HBox.setHgrow(rows, Priority.ALWAYS);
    getChildren().addAll(Icons.of(icon, "tri-warn"), rows);
    setAccessibleText(title + ". " + text);
  }

  /// Takes the focus to an answer, has Escape give another, and gives the focus back to where it
  /// was once the banner is gone: a question that a key brought is answered by keys.
  Banner asking(Button first, Runnable escape) {
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        press -> {
          if (press.getCode() == KeyCode.ESCAPE) {
            press.consume();
            escape.run();
          }
        });
    sceneProperty()
        .addListener(
            (_, was, now) -> {
              if (now != null) {
                before = Optional.ofNullable(now.getFocusOwner());
                Fx.later(first::requestFocus);
              } else if (was.getFocusOwner() == null || isFocusWithin()) {
                Fx.later(() -> before.ifPresent(Node::requestFocus));
              }
            });
    return this;
  }

  private static Node row(String line) {
    var row = new Label(line);
    row.getStyleClass().addAll("tri-mono", "tri-banner-line");
    row.setWrapText(true);
    row.setMinHeight(Region.USE_PREF_SIZE);
    return row;
  }
}
