// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.panel.Toast;

/// One message as it is drawn.
final class ToastCard extends VBox {

  /// @param keys what does the first action from the keyboard; empty for nothing
  ToastCard(Toast toast, String keys, Runnable close) {
    getStyleClass().addAll("tri-toast", "tri-popup");
    var title = new Label(toast.title());
    title.getStyleClass().add("tri-strong");
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    var closer = Icons.cross("Dismiss", "", close);
    closer.setFocusTraversable(false);
    var head = new HBox(8, icon(toast), title, closer);
    head.setAlignment(Pos.CENTER_LEFT);
    getChildren().add(head);
    if (!toast.text().isEmpty()) {
      var text = new Label(toast.text());
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      text.getStyleClass().add("tri-toast-text");
      getChildren().add(text);
    }
    if (!toast.actions().isEmpty()) {
      // What does not fit beside goes below: a button whose words are cut is a riddle.
      var row = new FlowPane(8, 8);
      row.getStyleClass().add("tri-toast-actions");
      row.setAlignment(Pos.CENTER_LEFT);
      for (var action : toast.actions()) {
        row.getChildren()
            .add(
                Hint.action(
                    "",
                    action.label(),
                    () -> {
                      close.run();
                      action.run().run();
                    }));
      }
      if (!keys.isEmpty()) {
        var key = new Label(keys);
        key.getStyleClass().add("tri-key");
        key.setMinWidth(USE_PREF_SIZE);
        row.getChildren().add(1, key);
      }
      getChildren().add(row);
    }
    setAccessibleText(toast.title() + ". " + toast.text());
  }

  private static Node icon(Toast toast) {
    return switch (toast.severity()) {
      case ERROR -> Icons.of("ci-misuse", "tri-bad");
      case WARNING -> Icons.of("ci-warning-alt-filled", "tri-warn");
      case INFO -> Icons.of("ci-checkmark-filled", "tri-ok");
    };
  }
}
