// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// A row that may be longer than its room: first its heads give up their icons, then the wheel
/// moves it, and one of its nodes can be brought into the room. A scroll pane would do the same
/// with two scroll bars that are never seen.
final class HeadStrip extends Region {

  private final HBox row;
  private final Rectangle room = new Rectangle();
  private Optional<Node> front = Optional.empty();
  private boolean bring;
  private boolean tight;
  private double offset;
  private double widthBefore;
  private double lengthBefore;

  HeadStrip(HBox row) {
    this.row = row;
    getStyleClass().add("tri-tab-strip");
    setMinWidth(0);
    setClip(room);
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    getChildren().add(row);
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
    room.setWidth(getWidth());
    room.setHeight(getHeight());
    if (bring || length != lengthBefore || getWidth() != widthBefore) {
      bring = false;
      lengthBefore = length;
      widthBefore = getWidth();
      front.ifPresent(this::bringIn);
    }
    offset = Math.clamp(offset, 0, Math.max(0, length - getWidth()));
    row.relocate(-offset, 0);
  }

  private void bringIn(Node node) {
    var place = node.getBoundsInParent();
    double least = place.getMaxX() - getWidth();
    offset = Math.clamp(offset, least, Math.max(place.getMinX(), least));
  }

  private void wheel(ScrollEvent turn) {
    boolean aside = Math.abs(turn.getDeltaX()) > Math.abs(turn.getDeltaY());
    offset -= aside ? turn.getDeltaX() : turn.getDeltaY();
    requestLayout();
    turn.consume();
  }
}
