// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// Numbers beside the grid lines; the topmost one carries the unit.
final class AxisLabels extends Pane {

  private static final double LEAST_DISTANCE = 14;
  private static final double EDGE = 7;

  AxisLabels() {
    setManaged(false);
    setMouseTransparent(true);
    getStyleClass().add("plot-labels");
  }

  void show(
      GraphSpec spec, Frame frame, Insets insets, double width, double height, double textScale) {
    getChildren().clear();
    if (frame.parts().isEmpty()) {
      return;
    }
    var axis = frame.axis();
    var lines = axis.lines();
    double last = Double.POSITIVE_INFINITY;
    for (int i = 0; i < lines.size(); i++) {
      double y = insets.getTop() + (1 - axis.share(lines.get(i))) * height;
      boolean top = i == lines.size() - 1;
      boolean apart = last - y >= LEAST_DISTANCE * textScale;
      if (apart || top) {
        if (!apart && i > 0) {
          // The one with the unit matters more.
          getChildren().removeLast();
        }
        var text = add(text(spec, axis, lines, i, top), 0, y);
        // Numbers of different lengths line up at the panel's edge; unstyled text has no width yet.
        text.applyCss();
        double right = insets.getLeft() + width + insets.getRight() - EDGE;
        text.setX(right - text.getLayoutBounds().getWidth());
        last = y;
      }
    }
    if (axis.mirrored()) {
      double zero = insets.getTop() + height / 2;
      add("rx", insets.getLeft() + 4, zero - 9 * textScale);
      add("tx", insets.getLeft() + 4, zero + 9 * textScale);
    }
  }

  private static String text(
      GraphSpec spec, ValueAxis axis, List<Double> lines, int i, boolean top) {
    var quantity = spec.quantity();
    var digits = quantity.tick(lines.get(i), axis.top());
    return top ? quantity.withUnit(digits, axis.top()) : digits;
  }

  private Text add(String label, double x, double y) {
    var text = new Text(label);
    text.getStyleClass().add("plot-label");
    text.setTextOrigin(VPos.CENTER);
    text.setX(x);
    text.setY(y);
    getChildren().add(text);
    return text;
  }
}
