// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
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
    if (node instanceof Labeled label) {
      words(label, found);
      place(label, room, root, found);
    }
    if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
      // What is outside its window can be scrolled to; what is outside its content cannot.
      look(scroll.getContent(), bounds(scroll.getContent(), root), root, found);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, room, root, found));
    }
  }

  private static void words(Labeled label, List<String> found) {
    if (label.getText().isEmpty()) {
      return;
    }
    label.lookupAll(".text").stream()
        .filter(Text.class::isInstance)
        .map(Text.class::cast)
        .filter(text -> !shown(text.getText()).equals(shown(label.getText())))
        .forEach(text -> found.add("“" + label.getText() + "” reads “" + text.getText() + "”"));
  }

  private static void place(Labeled label, Bounds room, Parent root, List<String> found) {
    var at = bounds(label, root);
    if (at.getMinX() < room.getMinX() - ROUNDING
        || at.getMaxX() > room.getMaxX() + ROUNDING
        || at.getMinY() < room.getMinY() - ROUNDING
        || at.getMaxY() > room.getMaxY() + ROUNDING) {
      found.add("“" + label.getText() + "” of " + label + " lies outside: " + at);
    }
  }

  private static Bounds bounds(Node node, Parent root) {
    return root.sceneToLocal(node.localToScene(node.getLayoutBounds()));
  }

  /// Wrapping moves white space.
  private static String shown(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
