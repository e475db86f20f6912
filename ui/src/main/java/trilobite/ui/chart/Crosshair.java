// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;

/// The common time cursor and the selected span over one graph. An overlay of its own, so that
/// moving the cursor never repaints a curve.
final class Crosshair extends Pane {

  private final GraphGroup group;
  private final Line line = new Line();
  private final Rectangle span = new Rectangle();
  private final Pane dots = new Pane();

  Crosshair(GraphGroup group) {
    this.group = group;
    setManaged(false);
    setMouseTransparent(true);
    dots.setManaged(false);
    line.setManaged(false);
    line.getStyleClass().add("plot-cursor");
    span.setManaged(false);
    span.getStyleClass().add("plot-selection");
    getChildren().addAll(span, line, dots);
  }

  void place(GraphSpec spec, Optional<Frame> frame, Insets insets, double width, double height) {
    dots.getChildren().clear();
    var window = group.window();
    var time = new TimeScale(window, width);
    var selected = group.selection().get();
    span.setVisible(selected.isPresent());
    selected.ifPresent(
        chosen -> {
          double left = Math.clamp(time.x(chosen.from()), 0, width);
          span.setX(insets.getLeft() + left);
          span.setY(insets.getTop());
          span.setWidth(Math.clamp(time.x(chosen.to()), 0, width) - left);
          span.setHeight(height);
        });
    var cursor = group.cursor().get();
    line.setVisible(cursor.isPresent() && window.contains(cursor.getAsDouble()));
    if (line.isVisible()) {
      double x = Math.round(insets.getLeft() + time.x(cursor.getAsDouble())) + 0.5;
      line.setStartX(x);
      line.setEndX(x);
      line.setStartY(0);
      line.setEndY(insets.getTop() + height + insets.getBottom());
      frame.ifPresent(
          drawn -> dots(spec, drawn.axis(), cursor.getAsDouble(), x, insets.getTop(), height));
    }
  }

  private void dots(GraphSpec spec, ValueAxis axis, double t, double x, double top, double height) {
    for (var trace : spec.traces()) {
      boolean line = trace.style() == Trace.Style.LINE || trace.style() == Trace.Style.AREA;
      var sample = line ? Values.at(trace.series(), t) : Optional.<Double>empty();
      if (sample.isPresent()) {
        double signed = trace.side() == Trace.Side.DOWN ? -sample.get() : sample.get();
        var dot = new Circle(x, top + (1 - axis.share(signed)) * height, 2.5);
        dot.getStyleClass().addAll("plot-dot", "series-" + trace.colour());
        dots.getChildren().add(dot);
      }
    }
  }
}
