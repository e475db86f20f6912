// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What cells are put together from.
public final class Parts {

  private Parts() {}

  /// Parts beside each other, each in the middle of the row's height.
  public static HBox line(Node... parts) {
    var line = new HBox(parts);
    line.getStyleClass().add("grid-line");
    return line;
  }

  /// A text that gives way where there is no room.
  public static Label label(String... classes) {
    var label = new Label();
    label.getStyleClass().addAll(classes);
    label.setMinWidth(0);
    return label;
  }

  /// Takes what room is left.
  public static Region space() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  /// Puts a style class on a node, or takes it away. One that is as it should be is left alone:
  /// styles cost, and those of a node that is between two scenes would be lost.
  public static void mark(Node node, String style, boolean on) {
    if (on != node.getStyleClass().contains(style)) {
      if (on) {
        node.getStyleClass().add(style);
      } else {
        node.getStyleClass().remove(style);
      }
    }
  }
}
