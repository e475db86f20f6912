// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.table.CellText;
import trilobite.model.time.Series;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.TimePane;
import trilobite.ui.chart.TimeWindow;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Fonts;
import trilobite.ui.theme.Theme;

/// How long requests took over time: each step of QEMU's histograms that grew between two looks is
/// a field, as wide as the time between them and as high as the step; slow is up, and many requests
/// are strong.
final class LatencyHeat extends TimePane {

  private static final double THIN = 2;

  private final Look look;
  private final LatencyModel model;
  private final Canvas canvas = new Canvas();
  private final Line cursor = new Line();
  private Optional<Painted> painted = Optional.empty();

  private record Painted(
      TimeWindow window, List<DriveHistoryRow> rows, double width, double height, Theme theme) {}

  LatencyHeat(Look look, GraphGroup group, LatencyModel model, Supplier<List<Series>> samples) {
    super(group);
    this.look = look;
    this.model = model;
    setId("disk-heat");
    getStyleClass().addAll("disk-heat", "tri-focusable", "tri-inset");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    cursor.setManaged(false);
    cursor.setMouseTransparent(true);
    cursor.getStyleClass().add("plot-cursor");
    getChildren().addAll(canvas, cursor);
    installGestures(samples);
  }

  /// Takes in the group's present window and cursor; paints where something else is to be seen.
  void refresh() {
    var now =
        new Painted(group().window(), model.shown(), getWidth(), getHeight(), look.theme().get());
    if (!painted.equals(Optional.of(now))) {
      painted = Optional.of(now);
      canvas.setWidth(Math.max(1, getWidth()));
      canvas.setHeight(Math.max(1, getHeight()));
      paint(now);
    }
    point(group().cursor().get());
  }

  private void point(OptionalDouble at) {
    cursor.setVisible(at.isPresent() && group().window().contains(at.getAsDouble()));
    if (cursor.isVisible()) {
      double x = Math.round(x(at.getAsDouble())) + 0.5;
      cursor.setStartX(x);
      cursor.setEndX(x);
      cursor.setStartY(0);
      cursor.setEndY(getHeight());
    }
  }

  private double x(double t) {
    return frameInsets().getLeft() + time().x(t);
  }

  private double y(double nanos) {
    return frameInsets().getTop() + (1 - LatencyModel.share(nanos)) * plotHeight();
  }

  private void paint(Painted now) {
    var to = canvas.getGraphicsContext2D();
    to.setFill(now.theme().colour("-tri-bg0"));
    to.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    ground(to, now);
    to.save();
    to.beginPath();
    to.rect(frameInsets().getLeft(), frameInsets().getTop(), plotWidth(), plotHeight());
    to.clip();
    to.setFill(now.theme().colour("-tri-s1"));
    for (var row : now.rows()) {
      if (row.before() >= now.window().from() && row.after() <= now.window().to()) {
        field(to, row);
      }
    }
    to.restore();
  }

  private void field(GraphicsContext to, DriveHistoryRow row) {
    double right = x((double) row.before());
    double left = Math.min(x((double) row.after()), right - THIN);
    double top = y((double) row.below().orElse(Long.MAX_VALUE));
    to.setGlobalAlpha(model.strength(row));
    to.fillRect(left, top, right - left, Math.max(THIN, y((double) row.least()) - top));
  }

  private void ground(GraphicsContext to, Painted now) {
    double em = Theme.ROOT_PX * look.scale().get();
    double left = frameInsets().getLeft();
    to.setGlobalAlpha(1);
    to.setLineWidth(1);
    to.setStroke(now.theme().colour("-tri-line"));
    to.setFill(now.theme().colour("-tri-fg2"));
    to.setFont(Font.font(Fonts.MONO, em * 0.875));
    to.setTextBaseline(VPos.CENTER);
    for (double t : group().ticks(now.window(), plotWidth()).at()) {
      double x = Math.round(x(t)) + 0.5;
      to.strokeLine(x, frameInsets().getTop(), x, frameInsets().getTop() + plotHeight());
    }
    double apart = plotHeight() / LatencyModel.LINES.size();
    int every = apart < em ? 2 : 1;
    for (int i = 0; i < LatencyModel.LINES.size(); i += every) {
      double line = LatencyModel.LINES.get(i);
      double y = Math.round(y(line)) + 0.5;
      to.strokeLine(left, y, left + plotWidth(), y);
      to.fillText(label(line), left + plotWidth() + 0.4 * em, y);
    }
  }

  /// Round steps need no digits after the point.
  private static String label(double nanos) {
    return CellText.of((long) nanos, "ns").replaceFirst("\\.0+", "");
  }
}
