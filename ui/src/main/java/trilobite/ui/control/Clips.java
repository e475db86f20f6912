// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Keeps what is larger than its place from being drawn over its neighbours. JavaFX thread only.
public final class Clips {

  private Clips() {}

  /// Of `node`, which lies at the place's upper left corner, only what is within the place is seen,
  /// whatever size that takes.
  public static void within(Region place, Node node) {
    var sight = new Rectangle();
    sight.widthProperty().bind(place.widthProperty());
    sight.heightProperty().bind(place.heightProperty());
    node.setClip(sight);
  }
}
