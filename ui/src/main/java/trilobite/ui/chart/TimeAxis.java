// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.text.Text;

/// The labels of the common time axis, under or over a column of graphs.
public final class TimeAxis extends Pane {

  private static final double NOW_WIDTH = 34;
  private static final double HEIGHT = 22;

  private final GraphGroup group;
  private double drawnFrom = Double.NaN;
  private double drawnTo = Double.NaN;
  private double drawnWidth;
  private boolean drawnNow;
  private final List<Text> labels = new ArrayList<>();
  private double labelScale = 1;
  private final Text now = text();

  public TimeAxis(GraphGroup group) {
    this.group = group;
    getStyleClass().add("time-axis");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    now.setText("now");
    now.getStyleClass().add("time-now");
    getChildren().add(now);
  }

  /// Takes in the group's present window.
  public void refresh() {
    var insets = group.insets();
    double scale = group.textScale();
    setMinHeight(HEIGHT * scale);
    setPrefHeight(HEIGHT * scale);
    double width = getWidth() - insets.getLeft() - insets.getRight();
    var window = group.window();
    if (width < 40
        || (window.from() == drawnFrom
            && window.to() == drawnTo
            && width == drawnWidth
            && group.showsNow() == drawnNow)) {
      return;
    }
    drawnFrom = window.from();
    drawnTo = window.to();
    drawnWidth = width;
    drawnNow = group.showsNow();
    if (scale != labelScale) {
      labelScale = scale;
      getChildren().removeAll(labels);
      labels.clear();
    }
    var time = new TimeScale(window, width);
    var ticks = group.ticks(window, width);
    double free = 0;
    double end = getWidth() - (drawnNow ? NOW_WIDTH * scale : 2);
    int placed = 0;
    for (double t : ticks.at()) {
      var text = label(placed, group.wall().tick(t, ticks.step(), placed == 0), scale);
      double half = text.getLayoutBounds().getWidth() / 2;
      double x = insets.getLeft() + time.x(t);
      if (x - half >= free && x + half <= end) {
        text.setX(x - half);
        free = x + half + 6;
        placed++;
      }
    }
    for (int i = 0; i < labels.size(); i++) {
      labels.get(i).setVisible(i < placed);
    }
    now.setVisible(drawnNow);
    now.setX(getWidth() - (NOW_WIDTH - 4) * scale);
    now.setY(HEIGHT / 2 * scale);
  }

  /// The axis moves twice a second: its labels are kept, for new ones would be styled anew.
  private Text label(int at, String words, double scale) {
    if (at == labels.size()) {
      var made = text();
      labels.add(made);
      getChildren().add(made);
      // Without its style the text has not its width yet.
      made.applyCss();
    }
    var label = labels.get(at);
    if (!label.getText().equals(words)) {
      label.setText(words);
    }
    label.setY(HEIGHT / 2 * scale);
    return label;
  }

  private static Text text() {
    var text = new Text();
    text.getStyleClass().add("time-label");
    text.setTextOrigin(VPos.CENTER);
    return text;
  }
}
