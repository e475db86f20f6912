// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A row that may be longer than its room: first its heads give up their icons, then the wheel
/// moves it, one of its nodes can be brought into the room, and a button appears at the end of it
/// for those that are out of sight. A scroll pane would do the same with two scroll bars that are
/// never seen.
final class HeadStrip extends Region {

  private final HBox row;
  private final Region more;
  private final Rectangle room = new Rectangle();
  private Optional<Node> front = Optional.empty();
  private boolean bring;
  private boolean tight;
  private double offset;
  private double widthBefore;
  private double lengthBefore;

  /// @param more shown over the end of the row while the row is longer than its room
  HeadStrip(HBox row, Region more) {
    this.row = row;
    this.more = more;
    getStyleClass().add("tri-tab-strip");
    setMinWidth(0);
    setClip(room);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    more.setVisible(false);
    getChildren().addAll(row, more);
  }

  /// Brings a node of the row into the room, and again whenever room or row change.
  void bring(Node node) {
    front = Optional.of(node);
    bring = true;
    requestLayout();
  }

  @Override
  protected double computePrefWidth(double height) {
    return row.prefWidth(height);
  }

  @Override
  protected double computePrefHeight(double width) {
    return row.prefHeight(width);
  }

  /// Leaves icons out while not all heads fit with theirs; titles are what people read.
  private void squeeze() {
    var heads =
        row.getChildren().stream()
            .filter(TabHead.class::isInstance)
            .map(TabHead.class::cast)
            .toList();
    double icons = tight ? heads.stream().mapToDouble(TabHead::iconRoom).sum() : 0;
    tight = row.prefWidth(-1) + icons > getWidth();
    heads.forEach(head -> head.tight(tight));
  }

  @Override
  protected void layoutChildren() {
    squeeze();
    double length = row.prefWidth(-1);
    row.resize(length, getHeight());
    row.layout();
    more.setVisible(length > getWidth());
    double aside = more.isVisible() ? more.prefWidth(-1) : 0;
    double inSight = Math.max(0, getWidth() - aside);
    more.resizeRelocate(inSight, 0, aside, getHeight());
    room.setWidth(getWidth());
    room.setHeight(getHeight());
    if (bring || length != lengthBefore || getWidth() != widthBefore) {
      bring = false;
      lengthBefore = length;
      widthBefore = getWidth();
      front.ifPresent(head -> bringIn(head, inSight));
    }
    offset = Math.clamp(offset, 0, Math.max(0, length - inSight));
    row.relocate(-offset, 0);
  }

  private void bringIn(Node node, double inSight) {
    var place = node.getBoundsInParent();
    double least = place.getMaxX() - inSight;
    offset = Math.clamp(offset, least, Math.max(place.getMinX(), least));
  }

  private void wheel(ScrollEvent turn) {
    boolean aside = Math.abs(turn.getDeltaX()) > Math.abs(turn.getDeltaY());
    offset -= aside ? turn.getDeltaX() : turn.getDeltaY();
    requestLayout();
    turn.consume();
  }
}
