// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What stands in an editor's place while there is no text to show.
final class EditorMessage {

  private EditorMessage() {}

  static Node of(String text) {
    var pane = new StackPane(new Label(text));
    pane.getStyleClass().add("editor-message");
    return pane;
  }

  static Node failed(String name, Throwable failure, Runnable retry) {
    var again = new Button("Retry");
    again.setOnAction(_ -> retry.run());
    var text = new Label("Cannot open " + name + ": " + failure.getMessage());
    text.setWrapText(true);
    var box = new VBox(8, text, again);
    box.getStyleClass().add("editor-message");
    box.setAlignment(Pos.CENTER);
    return box;
  }
}
