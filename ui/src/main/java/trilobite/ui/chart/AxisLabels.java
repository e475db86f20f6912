// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// Numbers beside the grid lines; the topmost one carries the unit.
final class AxisLabels extends Pane {

  private static final double LEAST_DISTANCE = 14;
  private static final double EDGE = 7;

  private Optional<Shown> shown = Optional.empty();

  private record Place(String text, double y) {}

  /// All that the labels depend on.
  private record Shown(
      List<Place> places,
      Insets insets,
      double width,
      double height,
      double textScale,
      boolean mirrored) {}

  AxisLabels() {
    setManaged(false);
    setMouseTransparent(true);
    getStyleClass().add("plot-labels");
  }

  void show(
      GraphSpec spec, Frame frame, Insets insets, double width, double height, double textScale) {
    var next = new Shown(List.of(), insets, width, height, textScale, false);
    if (!frame.parts().isEmpty()) {
      var axis = frame.axis();
      var lines = axis.lines();
      var places = new ArrayList<Place>();
      for (int i = 0; i < lines.size() && !axis.blank(); i++) {
        double y = insets.getTop() + (1 - axis.share(lines.get(i))) * height;
        places.add(new Place(text(spec, axis, lines, i, i == lines.size() - 1), y));
      }
      next = new Shown(List.copyOf(places), insets, width, height, textScale, axis.mirrored());
    }
    // An axis stays for long; its numbers are not made anew with each sample.
    if (!Optional.of(next).equals(shown)) {
      shown = Optional.of(next);
      draw(next);
    }
  }

  private void draw(Shown now) {
    getChildren().clear();
    double last = Double.POSITIVE_INFINITY;
    for (int i = 0; i < now.places().size(); i++) {
      var place = now.places().get(i);
      boolean top = i == now.places().size() - 1;
      boolean apart = last - place.y() >= LEAST_DISTANCE * now.textScale();
      if (apart || top) {
        if (!apart && i > 0) {
          // The one with the unit matters more.
          getChildren().removeLast();
        }
        var text = add(place.text(), 0, place.y());
        // Numbers of different lengths line up at the panel's edge; unstyled text has no width yet.
        text.applyCss();
        double right = now.insets().getLeft() + now.width() + now.insets().getRight() - EDGE;
        text.setX(right - text.getLayoutBounds().getWidth());
        last = place.y();
      }
    }
    if (now.mirrored()) {
      double zero = now.insets().getTop() + now.height() / 2;
      add("rx", now.insets().getLeft() + 4, zero - 9 * now.textScale());
      add("tx", now.insets().getLeft() + 4, zero + 9 * now.textScale());
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
