// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;

/// Arrow keys in segmented choices, the rows of toggle buttons with the class `tri-segment`: they
/// choose the neighbour as a press would. JavaFX selects it without its action, so that the choice
/// would show and not be made.
public final class SegmentKeys {

  private SegmentKeys() {}

  /// For every segment of a scene. JavaFX thread.
  public static void install(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, SegmentKeys::pressed);
  }

  private static void pressed(KeyEvent event) {
    if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown()) {
      return;
    }
    switch (event.getCode()) {
      case LEFT, UP -> go(event, -1);
      case RIGHT, DOWN -> go(event, 1);
      default -> {}
    }
  }

  private static void go(Event event, int step) {
    if (event.getTarget() instanceof ToggleButton from
        && from.getParent() != null
        && from.getParent().getStyleClass().contains("tri-segment")) {
      event.consume();
      var all = from.getParent().getChildrenUnmodifiable();
      int to = all.indexOf(from) + step;
      if (to >= 0 && to < all.size() && all.get(to) instanceof ToggleButton next) {
        next.requestFocus();
        if (!next.isSelected()) {
          next.fire();
        }
      }
    }
  }
}
