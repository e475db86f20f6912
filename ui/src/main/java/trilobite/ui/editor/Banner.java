// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/// A line above the text that says what happened to the file, with buttons to decide.
final class Banner extends HBox {

  /// A choice.
  record Choice(String label, Runnable run) {}

  Banner(String icon, String text, Choice... choices) {
    super(8);
    getStyleClass().add("editor-banner");
    setAlignment(Pos.CENTER_LEFT);
    var label = new Label(text);
    label.setWrapText(true);
    HBox.setHgrow(label, Priority.SOMETIMES);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(new FontIcon(icon), label, space);
    for (var choice : choices) {
      var button = new Button(choice.label());
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setOnAction(e -> choice.run().run());
      getChildren().add(button);
    }
  }
}
