// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;

/// A pane that stands beside a list while something of it is chosen, or below it where there is no
/// room for both side by side; else the list has the whole width. The share that the user gave the
/// list is kept. JavaFX thread only.
public final class DetailSide {

  /// Side by side the list keeps at least this much of the detail's least width.
  private static final double ROOM_FOR_LIST = 1.8;

  private static final double SHARE_ABOVE = 0.5;

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
    split.widthProperty().addListener((_, _, _) -> turn());
  }

  public void show(boolean shown) {
    if (shown && split.getItems().size() == 1) {
      split.getItems().add(detail);
      split.applyCss();
      split.setOrientation(fitting());
      place();
    } else if (!shown && split.getItems().size() == 2) {
      keep();
      split.getItems().remove(detail);
    }
  }

  private void turn() {
    if (split.getItems().size() == 2 && fitting() != split.getOrientation()) {
      keep();
      split.setOrientation(fitting());
      place();
    }
  }

  private Orientation fitting() {
    double least = detail.minWidth(-1) * (1 + ROOM_FOR_LIST);
    return split.getWidth() > 0 && split.getWidth() < least
        ? Orientation.VERTICAL
        : Orientation.HORIZONTAL;
  }

  private void keep() {
    if (split.getOrientation() == Orientation.HORIZONTAL) {
      share = split.getDividerPositions()[0];
    }
  }

  private void place() {
    boolean beside = split.getOrientation() == Orientation.HORIZONTAL;
    split.setDividerPositions(beside ? share : SHARE_ABOVE);
  }
}
