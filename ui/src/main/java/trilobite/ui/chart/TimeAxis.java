// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

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

  public TimeAxis(GraphGroup group) {
    this.group = group;
    getStyleClass().add("time-axis");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
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
    getChildren().clear();
    boolean follows = group.showsNow();
    var time = new TimeScale(window, width);
    var ticks = group.ticks(window, width);
    double free = 0;
    boolean first = true;
    for (double t : ticks.at()) {
      var text = text(group.wall().tick(t, ticks.step(), first));
      getChildren().add(text);
      // Without its style the text has not its width yet.
      text.applyCss();
      double half = text.getLayoutBounds().getWidth() / 2;
      double x = insets.getLeft() + time.x(t);
      double end = getWidth() - (follows ? NOW_WIDTH * scale : 2);
      if (x - half >= free && x + half <= end) {
        text.setX(x - half);
        free = x + half + 6;
        first = false;
      } else {
        getChildren().remove(text);
      }
    }
    if (follows) {
      var now = text("now");
      now.getStyleClass().add("time-now");
      now.setX(getWidth() - (NOW_WIDTH - 4) * scale);
      getChildren().add(now);
    }
  }

  private Text text(String label) {
    var text = new Text(label);
    text.getStyleClass().add("time-label");
    text.setTextOrigin(VPos.CENTER);
    text.setY(HEIGHT / 2 * group.textScale());
    return text;
  }
}
