// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.Optional;
import javafx.scene.layout.Region;

/// A small bar in a row: how much of something is used, and with a tick how much it was at most.
/// Style classes of its own colour it: `bar-warn`, `bar-bad`, `bar-dim`, `series-1` to `series-7`.
public final class Bar extends Region {

  private static final double TICK = 2;

  private final Region fill = new Region();
  private final Region tick = new Region();
  private double share;
  private double peak = Double.NaN;
  private Optional<String> look = Optional.empty();

  public Bar() {
    getStyleClass().add("tri-bar");
    fill.getStyleClass().add("tri-bar-fill");
    tick.getStyleClass().add("tri-bar-tick");
    tick.setVisible(false);
    getChildren().addAll(fill, tick);
  }

  /// @param of0To1 how much is filled
  /// @param peak0To1 where the tick stands, NaN for none
  /// @param style a class that colours it
  public void show(double of0To1, double peak0To1, String style) {
    share = Math.clamp(of0To1, 0, 1);
    peak = peak0To1;
    if (!look.equals(Optional.of(style))) {
      look.ifPresent(getStyleClass()::remove);
      look = Optional.of(style);
      getStyleClass().add(style);
    }
    tick.setVisible(!Double.isNaN(peak));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double filled = share == 0 ? 0 : Math.max(1, Math.round(width * share));
    fill.resizeRelocate(0, 0, filled, getHeight());
    if (tick.isVisible()) {
      double at = Math.round((width - TICK) * Math.clamp(peak, 0, 1));
      tick.resizeRelocate(at, 0, TICK, getHeight());
    }
  }
}
