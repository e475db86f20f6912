// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A bar for each echo, newest at the right, as high as its round trip; a lost one is a triangle at
/// the ground. Lines stand at the median and at the 99th percentile.
final class RttBars extends Pane {

  private static final PseudoClass LOST = PseudoClass.getPseudoClass("lost");
  private static final double HEADROOM = 1.15;
  private static final double GAP = 1;

  private final List<Region> bars = new ArrayList<>();
  private final Line median = new Line("median");
  private final Line p99 = new Line("99 %");
  private List<OptionalDouble> echoes = List.of();

  /// A percentile across all bars.
  private static final class Line {
    private final Region rule = new Region();
    private final Label label = new Label();
    private final String name;
    private double value = Double.NaN;

    Line(String name) {
      this.name = name;
      rule.getStyleClass().add("reach-rule");
      label.getStyleClass().addAll("tri-small", "tri-muted", "reach-rule-label");
    }
  }

  RttBars() {
    getStyleClass().add("reach-bars");
    for (int i = 0; i < ReachModel.MOST; i++) {
      var bar = new Region();
      bar.getStyleClass().add("reach-bar");
      bars.add(bar);
    }
    getChildren().addAll(bars);
    for (var line : List.of(median, p99)) {
      getChildren().addAll(line.rule, line.label);
    }
    setMinHeight(60);
  }

  void show(ReachModel model) {
    echoes = model.echoes();
    var figures = model.figures();
    median.value = figures.map(ReachModel.Figures::median).orElse(Double.NaN);
    p99.value = figures.map(ReachModel.Figures::p99).orElse(Double.NaN);
    setAccessibleText(figures.map(ReachModel.Figures::words).orElse("No echo was sent yet."));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double top = echoes.stream().flatMapToDouble(OptionalDouble::stream).max().orElse(1) * HEADROOM;
    double step = getWidth() / ReachModel.MOST;
    int hidden = ReachModel.MOST - echoes.size();
    for (int i = 0; i < bars.size(); i++) {
      var bar = bars.get(i);
      bar.setVisible(i >= hidden);
      if (i >= hidden) {
        var rtt = echoes.get(i - hidden);
        bar.pseudoClassStateChanged(LOST, rtt.isEmpty());
        double height = rtt.isPresent() ? Math.max(1, rtt.getAsDouble() / top * getHeight()) : 8;
        bar.resizeRelocate(
            snapPositionX(i * step), getHeight() - height, Math.max(1, step - GAP), height);
      }
    }
    place(median, top);
    place(p99, top);
  }

  private void place(Line line, double top) {
    boolean there = !Double.isNaN(line.value);
    line.rule.setVisible(there);
    line.label.setVisible(there);
    if (there) {
      double y = snapPositionY(getHeight() - line.value / top * getHeight());
      line.rule.resizeRelocate(0, y, getWidth(), 1);
      line.label.setText(String.format(Locale.ROOT, "%s %.2f ms", line.name, line.value));
      line.label.autosize();
      line.label.relocate(4, Math.max(0, y - line.label.getHeight()));
    }
  }
}
