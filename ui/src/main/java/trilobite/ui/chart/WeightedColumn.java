// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Stacks its children at full width and shares the height out by weight; whoever holds it scrolls
/// where that height is too little for one of them.
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
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /// So high that no child's share is less than what it needs.
  @Override
  protected double computeMinHeight(double width) {
    double sum = 0;
    double unit = 0;
    for (var child : getManagedChildren()) {
      sum += weight(child);
      unit = Math.max(unit, child.minHeight(width) / weight(child));
    }
    return Math.ceil(unit * sum);
  }

  @Override
  protected double computePrefHeight(double width) {
    return computeMinHeight(width);
  }
}
