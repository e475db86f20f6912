// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;

/// Finds what does not fit: words that lost their end, and controls that stand outside their
/// window.
public final class Clipped {

  private static final double ROUNDING = 1;

  private Clipped() {}

  /// One sentence for each thing that is cut, in a scene that is laid out. JavaFX thread.
  public static List<String> in(Parent root) {
    var found = new ArrayList<String>();
    look(root, root.getLayoutBounds(), root, found);
    return found;
  }

  private static void look(Node node, Bounds room, Parent root, List<String> found) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof Labeled label && !label.getText().isEmpty()) {
      label.lookupAll(".text").stream()
          .filter(Text.class::isInstance)
          .map(Text.class::cast)
          .filter(text -> !shown(text.getText()).equals(shown(label.getText())))
          .forEach(text -> found.add("“" + label.getText() + "” reads “" + text.getText() + "”"));
    }
    if (node instanceof Labeled && !room.isEmpty()) {
      var at = root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
      if (at.getMinX() < room.getMinX() - ROUNDING
          || at.getMaxX() > room.getMaxX() + ROUNDING
          || at.getMinY() < room.getMinY() - ROUNDING
          || at.getMaxY() > room.getMaxY() + ROUNDING) {
        found.add("“" + ((Labeled) node).getText() + "” of " + node + " lies outside: " + at);
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, room, root, found));
    }
  }

  /// Wrapping moves white space.
  private static String shown(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
