// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.scene.layout.Pane;
import trilobite.model.time.Series;

/// A drawing area on the common time axis of a group: one time stands at one place in all of them,
/// and the mouse zooms, pans and points alike. JavaFX thread only.
public abstract class TimePane extends Pane {

  private final GraphGroup group;

  protected TimePane(GraphGroup group) {
    this.group = group;
  }

  protected final GraphGroup group() {
    return group;
  }

  /// Lets the mouse zoom, pan and point here, and keys do what they do on a [Graph].
  ///
  /// @param series whose samples the cursor goes through
  protected final void installGestures(Supplier<List<Series>> series) {
    TimeGestures.install(group, this);
    TimeKeys.install(this, group, series);
  }

  /// Where curves are drawn; labels stand beside it.
  protected Insets frameInsets() {
    return group.insets();
  }

  protected final double plotWidth() {
    var insets = frameInsets();
    return Math.max(1, getWidth() - insets.getLeft() - insets.getRight());
  }

  protected final double plotHeight() {
    var insets = frameInsets();
    return Math.max(1, getHeight() - insets.getTop() - insets.getBottom());
  }

  protected final TimeScale time() {
    return new TimeScale(group.window(), plotWidth());
  }
}
