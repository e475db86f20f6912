// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Stacks its children at full width and shares the height out by weight.
public final class WeightedColumn extends Pane {

  private static final String WEIGHT = "trilobite-weight";

  public void add(Node node, double weight) {
    node.getProperties().put(WEIGHT, weight);
    getChildren().add(node);
  }

  @Override
  protected void layoutChildren() {
    double sum = 0;
    for (var child : getManagedChildren()) {
      sum += weight(child);
    }
    double y = 0;
    for (var child : getManagedChildren()) {
      double end = y + getHeight() * weight(child) / sum;
      // Whole pixels, so that hairlines stay sharp.
      double top = Math.round(y);
      child.resizeRelocate(0, top, getWidth(), Math.round(end) - top);
      y = end;
    }
  }

  private static double weight(Node child) {
    return child.getProperties().get(WEIGHT) instanceof Double weight ? weight : 1;
  }

  @Override
  protected double computeMinHeight(double width) {
    return 120;
  }
}
