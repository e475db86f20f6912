// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import javafx.stage.PopupWindow;
import javafx.stage.Window;

/// The words that can be read off nodes. JavaFX's thread.
final class Words {

  private Words() {}

  /// The words of a node and of all that can be seen below it, one piece a line.
  static String of(Node node) {
    var pieces = new ArrayList<String>();
    collect(node, pieces);
    return String.join("\n", pieces);
  }

  private static void collect(Node node, List<String> pieces) {
    // An icon is a letter of a font, and no word.
    if (!node.isVisible() || node.getStyleClass().contains("ikonli-font-icon")) {
      return;
    }
    switch (node) {
      case TextInputControl input -> pieces.add(input.getText());
      case Labeled labeled -> {
        pieces.add(labeled.getText() == null ? "" : labeled.getText());
        if (labeled.getGraphic() != null) {
          collect(labeled.getGraphic(), pieces);
        }
      }
      case Text text -> pieces.add(text.getText().strip());
      case Parent parent -> parent.getChildrenUnmodifiable().forEach(one -> collect(one, pieces));
      default -> {}
    }
    pieces.removeIf(String::isEmpty);
  }

  /// The node with these words in an open menu or a tooltip.
  static Optional<Node> inPopups(String words) {
    return Window.getWindows().stream()
        .filter(PopupWindow.class::isInstance)
        .filter(Window::isShowing)
        .flatMap(one -> one.getScene().getRoot().lookupAll("*").stream())
        .filter(node -> node instanceof Labeled label && label.getText() != null)
        .filter(node -> ((Labeled) node).getText().contains(words))
        .findFirst();
  }
}
