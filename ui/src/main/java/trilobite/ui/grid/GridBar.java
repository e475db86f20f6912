// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.ui.control.YieldingRow;

/// The toolbar of a grid in one line, or in two where it is too narrow for one: words give way,
/// buttons keep their size, and what stands between filter and count goes below. JavaFX thread
/// only.
final class GridBar extends YieldingRow {

  private final Node between;

  /// @param between such as pills; below the rest where there is no room
  /// @param badge gives way after the filter and the count
  /// @param buttons at the right end
  GridBar(Node filter, Region between, Region count, Region badge, List<? extends Node> buttons) {
    this.between = between;
    getStyleClass().addAll("tri-toolbar", "grid-bar");
    count.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(filter, between, count, space, badge);
    getChildren().addAll(buttons);
    // In a line of its own only.
    yields(List.of(filter, count, badge, between));
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private List<Node> others() {
    return getManagedChildren().stream().filter(part -> !part.equals(between)).toList();
  }

  private double least(List<Node> parts) {
    return snappedLeftInset()
        + snappedRightInset()
        + snapSpaceX(getSpacing()) * (parts.size() - 1)
        + parts.stream().mapToDouble(part -> snapSizeX(part.minWidth(-1))).sum();
  }

  private boolean two(double width) {
    double wanted = snapSizeX(between.prefWidth(-1));
    return width >= 0 && wanted > 0 && width < least(others()) + snapSpaceX(getSpacing()) + wanted;
  }

  @Override
  protected double computeMinWidth(double height) {
    return least(others());
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double pads = snappedTopInset() + snappedBottomInset();
    double line = super.computePrefHeight(-1) - pads;
    return pads + (two(width) ? line * 2 + snappedTopInset() : line);
  }

  @Override
  protected void layoutChildren() {
    double top = snappedTopInset();
    double line = super.computePrefHeight(-1) - top - snappedBottomInset();
    if (two(getWidth())) {
      place(others(), top, line);
      place(List.of(between), top + line + top, line);
    } else {
      place(getManagedChildren(), top, line);
    }
  }
}
