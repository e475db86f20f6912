// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;

/// Triangles with an amount where a counter of losses grew.
final class DropLabels extends Pane {

  DropLabels() {
    setManaged(false);
    setMouseTransparent(true);
  }

  void show(Frame frame, Insets insets, double width, double textScale) {
    getChildren().clear();
    var time = new TimeScale(frame.window(), width);
    for (var drops : frame.drops()) {
      for (var growth : drops.growth()) {
        add(insets.getLeft() + time.x(growth.t()), insets.getTop() + 7 * textScale, growth.count());
      }
    }
  }

  private void add(double x, double y, double count) {
    var triangle = new Polygon(x - 4, y - 3.5, x + 4, y - 3.5, x, y + 3.5);
    triangle.getStyleClass().add("plot-drop");
    var text = new Text(Quantity.COUNT.text(count));
    text.getStyleClass().add("plot-drop-label");
    text.setTextOrigin(VPos.CENTER);
    text.setX(x + 6);
    text.setY(y);
    getChildren().addAll(triangle, text);
  }
}
