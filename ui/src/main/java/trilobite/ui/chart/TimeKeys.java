// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import trilobite.model.time.Series;

/// Keys on a focused graph: Space pauses the view, + − 0 zoom in, out and fit, ← → move the cursor
/// by one sample, with Shift they pan; Enter zooms to the selection, Esc gives selection and cursor
/// up.
final class TimeKeys {

  private static final double STEP = 0.1;

  private final GraphGroup group;
  private final Supplier<List<Series>> series;

  private TimeKeys(GraphGroup group, Supplier<List<Series>> series) {
    this.group = group;
    this.series = series;
  }

  static void install(Node node, GraphGroup group, Supplier<List<Series>> series) {
    var keys = new TimeKeys(group, series);
    node.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (!event.isShortcutDown() && !event.isAltDown() && keys.pressed(event)) {
            event.consume();
          }
        });
  }

  private boolean pressed(KeyEvent event) {
    switch (event.getCode()) {
      case SPACE -> group.pauseOrResume();
      case PLUS, ADD, EQUALS -> group.zoom(0.5, anchor());
      case MINUS, SUBTRACT -> group.zoom(2, anchor());
      case DIGIT0, NUMPAD0 -> group.fit();
      case LEFT -> left(event.isShiftDown());
      case RIGHT -> right(event.isShiftDown());
      case ENTER -> {
        if (group.selection().get().isEmpty()) {
          return false;
        }
        group.zoomToSelection();
      }
      case ESCAPE -> {
        return clear();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private double anchor() {
    var window = group.window();
    var cursor = group.cursor().get();
    if (cursor.isPresent() && window.contains(cursor.getAsDouble())) {
      return cursor.getAsDouble();
    }
    return group.viewport().follows() ? window.to() : window.from() + window.span() / 2;
  }

  private void left(boolean pan) {
    if (pan) {
      group.pan(-group.window().span() * STEP);
    } else {
      move(false);
    }
  }

  private void right(boolean pan) {
    if (pan) {
      group.pan(group.window().span() * STEP);
    } else {
      move(true);
    }
  }

  private void move(boolean forward) {
    double from =
        group.cursor().get().orElse(forward ? group.window().from() : group.window().to());
    var next = Values.neighbour(series.get(), from, forward);
    if (next.isEmpty()) {
      return;
    }
    group.cursor().set(next);
    var window = group.window();
    if (!window.contains(next.getAsDouble())) {
      // Follow the cursor out of view by just enough.
      double edge = forward ? window.to() : window.from();
      group.pan(next.getAsDouble() - edge);
    }
  }

  private boolean clear() {
    boolean any = group.selection().get().isPresent() || group.cursor().get().isPresent();
    group.selection().set(Optional.empty());
    group.cursor().set(OptionalDouble.empty());
    return any;
  }
}
