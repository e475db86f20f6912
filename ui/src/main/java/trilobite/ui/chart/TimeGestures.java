// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/// Mouse on a plot: moving shows the crosshair, the wheel zooms at the pointer, dragging selects a
/// span, dragging with Shift or the middle button pans, with Ctrl it zooms to the span, and a
/// double click fits.
final class TimeGestures {

  private static final double CLICK = 3;
  private static final double NOTCH = 40;

  private final GraphGroup group;
  private final TimePane plot;
  private double pressedX;
  private double pressedT;
  private double lastX;
  private boolean panning;

  private TimeGestures(GraphGroup group, TimePane plot) {
    this.group = group;
    this.plot = plot;
  }

  static void install(GraphGroup group, TimePane plot) {
    var gestures = new TimeGestures(group, plot);
    plot.addEventHandler(MouseEvent.MOUSE_MOVED, gestures::moved);
    plot.addEventHandler(MouseEvent.MOUSE_EXITED, event -> gestures.exited());
    plot.addEventHandler(MouseEvent.MOUSE_PRESSED, gestures::pressed);
    plot.addEventHandler(MouseEvent.MOUSE_DRAGGED, gestures::dragged);
    plot.addEventHandler(MouseEvent.MOUSE_RELEASED, gestures::released);
    plot.addEventHandler(ScrollEvent.SCROLL, gestures::scrolled);
  }

  private double time(double x) {
    var window = group.window();
    double t = plot.time().t(x - plot.frameInsets().getLeft());
    return Math.clamp(t, window.from(), window.to());
  }

  private void moved(MouseEvent event) {
    group.cursor().set(OptionalDouble.of(time(event.getX())));
  }

  private void exited() {
    group.cursor().set(OptionalDouble.empty());
  }

  private void pressed(MouseEvent event) {
    focusable(plot).ifPresent(Node::requestFocus);
    pressedX = event.getX();
    pressedT = time(event.getX());
    lastX = event.getX();
    panning = event.isShiftDown() || event.getButton() == MouseButton.MIDDLE;
    event.consume();
  }

  private static Optional<Node> focusable(Node start) {
    for (Node node = start; node != null; node = node.getParent()) {
      if (node.isFocusTraversable()) {
        return Optional.of(node);
      }
    }
    return Optional.empty();
  }

  private void dragged(MouseEvent event) {
    if (panning) {
      group.pan(plot.time().millis(lastX - event.getX()));
    } else if (Math.abs(event.getX() - pressedX) > CLICK) {
      double t = time(event.getX());
      group.cursor().set(OptionalDouble.of(t));
      if (t != pressedT) {
        var span = new TimeWindow(Math.min(t, pressedT), Math.max(t, pressedT));
        group.selection().set(Optional.of(span));
      }
    }
    lastX = event.getX();
    event.consume();
  }

  private void released(MouseEvent event) {
    boolean click = Math.abs(event.getX() - pressedX) <= CLICK;
    if (event.getClickCount() == 2 && click) {
      group.fit();
    } else if (click && !panning && event.getButton() == MouseButton.PRIMARY) {
      group.selection().set(Optional.empty());
    } else if (event.isShortcutDown() && !panning) {
      group.zoomToSelection();
    }
    event.consume();
  }

  private void scrolled(ScrollEvent event) {
    // With Shift, platforms turn the wheel sideways.
    double sideways = event.getDeltaX();
    if (Math.abs(sideways) > Math.abs(event.getDeltaY())) {
      group.pan(plot.time().millis(-sideways));
    } else if (event.getDeltaY() != 0) {
      double factor = Math.pow(0.8, Math.clamp(event.getDeltaY() / NOTCH, -4, 4));
      group.zoom(factor, time(event.getX()));
    }
    event.consume();
  }
}
