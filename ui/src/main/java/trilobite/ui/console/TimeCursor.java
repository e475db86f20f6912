// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.console.LineRing;
import trilobite.ui.console.RowPainter.Layer;

/// Marks the line that was the newest at a time that was chosen elsewhere.
public final class TimeCursor extends RowPart {

  private static final double EDGE = 3;

  private OptionalDouble time = OptionalDouble.empty();

  public TimeCursor() {
    super(Layer.BEHIND);
  }

  /// Marks another time, or none, and shows its line unless the view follows the newest one.
  public void at(OptionalDouble millis) {
    if (millis.equals(time)) {
      return;
    }
    time = millis;
    view()
        .ifPresent(
            on -> {
              if (!on.following()) {
                line(on.viewport().ring()).ifPresent(on.viewport()::reveal);
              }
              on.redraw();
            });
  }

  @Override
  void paint(Brush brush, VisibleRow row) {
    if (time.isEmpty() || view().isEmpty()) {
      return;
    }
    var marked = line(view().get().viewport().ring());
    if (marked.isPresent() && marked.getAsLong() == row.position()) {
      brush.fillRow(brush.palette().of(Ink.CURSOR));
      brush.edge(brush.palette().of(Ink.HOST), EDGE);
    }
  }

  /// The last line that had arrived at the time, or the first of all.
  private OptionalLong line(LineRing ring) {
    return time.isEmpty() ? OptionalLong.empty() : nearest(ring, time.getAsDouble());
  }

  static OptionalLong nearest(LineRing ring, double millis) {
    long low = ring.first();
    long high = ring.end() - 1;
    if (high < low) {
      return OptionalLong.empty();
    }
    while (low < high) {
      long middle = (low + high + 1) >>> 1;
      var line = ring.lines(middle, 1);
      // Lines without a time count as early: they stand before all others.
      if (!line.isEmpty() && line.getFirst().millis() > millis) {
        high = middle - 1;
      } else {
        low = middle;
      }
    }
    return OptionalLong.of(low);
  }
}
