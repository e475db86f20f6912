// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import trilobite.ui.control.Clips;

/// Where a panel lies. It fills the place; one that is larger loses its far side and takes no room
/// from its neighbours. A word that changes in a panel is laid out within it: the window around it,
/// with its split panes and tabs, is the same for all that it could need. JavaFX thread only.
final class PanelPlace extends Region {

  PanelPlace() {
    setMinSize(0, 0);
    Clips.within(this, this);
  }

  /// Takes a panel in, in place of another.
  void hold(Node panel) {
    // What is not managed asks nobody around it to be laid out anew.
    panel.setManaged(false);
    getChildren().setAll(panel);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    for (var panel : getChildren()) {
      layoutInArea(panel, 0, 0, getWidth(), getHeight(), 0, HPos.LEFT, VPos.TOP);
    }
  }

  @Override
  protected double computePrefWidth(double height) {
    return getChildren().stream().mapToDouble(panel -> panel.prefWidth(height)).max().orElse(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    return getChildren().stream().mapToDouble(panel -> panel.prefHeight(width)).max().orElse(0);
  }
}
