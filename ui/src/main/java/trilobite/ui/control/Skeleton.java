// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Grey rows in place of a list that is being read. Show it only after 150 ms of waiting.
public final class Skeleton extends VBox {

  private static final double[] WIDTHS = {0.62, 0.45, 0.54, 0.38, 0.58, 0.41, 0.5, 0.35};

  /// @param rows how many, at most a screenful
  public Skeleton(int rows) {
    getStyleClass().add("tri-skeleton");
    for (int i = 0; i < rows; i++) {
      var bone = new Region();
      bone.getStyleClass().add("tri-bone");
      bone.maxWidthProperty().bind(widthProperty().multiply(WIDTHS[i % WIDTHS.length]));
      getChildren().add(bone);
    }
    setAccessibleText("Loading");
  }
}
