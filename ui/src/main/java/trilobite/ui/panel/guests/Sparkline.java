// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polyline;

/// A line of the last values, from 0 or the smallest to the largest, without axes.
final class Sparkline extends Region {

  private final Polyline line = new Polyline();
  private final boolean fromZero;
  private final double floor;
  private List<Double> values = List.of();

  /// @param style class of its colour
  /// @param fromZero false where only the change matters, as with memory
  /// @param floor a change so large takes the whole height at least: what is smaller is noise
  Sparkline(String style, boolean fromZero, double floor) {
    this.fromZero = fromZero;
    this.floor = floor;
    getStyleClass().add("sparkline");
    line.getStyleClass().addAll("sparkline-line", style);
    line.setManaged(false);
    getChildren().add(line);
  }

  void show(List<Double> next) {
    if (!next.equals(values)) {
      values = next;
      requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    line.getPoints().clear();
    if (values.size() < 2) {
      return;
    }
    double least = fromZero ? 0 : values.stream().mapToDouble(v -> v).min().orElse(0);
    double most = values.stream().mapToDouble(v -> v).max().orElse(0);
    double span = most > least ? Math.max(floor, most - least) : 1;
    double height = getHeight() - 2;
    for (int i = 0; i < values.size(); i++) {
      double x = 1 + (getWidth() - 2) * i / (values.size() - 1);
      line.getPoints().addAll(x, 1 + height - height * (values.get(i) - least) / span);
    }
  }
}
