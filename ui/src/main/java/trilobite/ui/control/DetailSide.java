// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// A pane that stands beside a list while something of it is chosen; else the list has the whole
/// width. The share that the user gave the list is kept. JavaFX thread only.
public final class DetailSide {

  private final SplitPane split;
  private final Node detail;
  private double share;

  /// @param split holds the list alone
  /// @param share of the width, for the list, when the detail is shown first
  public DetailSide(SplitPane split, Node detail, double share) {
    this.split = split;
    this.detail = detail;
    this.share = share;
    SplitPane.setResizableWithParent(detail, false);
  }

  public void show(boolean shown) {
    if (shown && split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.setDividerPositions(share);
    } else if (!shown && split.getItems().size() == 2) {
      share = split.getDividerPositions()[0];
      split.getItems().remove(detail);
    }
  }
}
