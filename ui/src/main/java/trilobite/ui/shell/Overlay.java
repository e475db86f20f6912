// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// Lies over the window and lets everything through where it shows nothing.
final class Overlay extends StackPane {

  private final Pane shade = new Pane();

  Overlay(Node toasts, Node drawer) {
    setPickOnBounds(false);
    shade.setVisible(false);
    shade.getStyleClass().add("tri-shade");
    getChildren().addAll(toasts, drawer, shade);
    StackPane.setAlignment(toasts, Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(drawer, Pos.TOP_RIGHT);
    for (var node : new Node[] {toasts, drawer}) {
      ((Region) node).setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }
  }

  /// Shows a node at the top, until [#hide]; a press beside it calls `away`.
  void show(Node node, Runnable away) {
    shade.setVisible(true);
    shade.setOnMousePressed(_ -> away.run());
    getChildren().remove(node);
    getChildren().add(node);
    StackPane.setAlignment(node, Pos.TOP_CENTER);
  }

  /// True while something at the top waits for an answer.
  boolean covers() {
    return shade.isVisible();
  }

  /// What is shown under this id.
  Optional<Node> find(String id) {
    return getChildren().stream().filter(node -> id.equals(node.getId())).findFirst();
  }

  void hide(Node node) {
    shade.setVisible(false);
    getChildren().remove(node);
  }
}
