// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.function.DoubleFunction;
import trilobite.ui.console.RowPainter.Layer;

/// Shows when lines arrived, left of them. Lines whose time is not known have none.
public final class TimeMargin extends RowPart {

  private final int columns;
  private DoubleFunction<String> format;

  /// @param columns width of the longest time
  /// @param format writes a run time in ms
  public TimeMargin(int columns, DoubleFunction<String> format) {
    super(Layer.OVER);
    this.columns = columns;
    this.format = format;
  }

  /// Writes times in another way from now on.
  public void format(DoubleFunction<String> next) {
    format = next;
    redraw();
  }

  @Override
  public void install(LineView on) {
    on.sheet().margin(columns);
    super.install(on);
  }

  @Override
  public void uninstall() {
    view().ifPresent(on -> on.sheet().margin(0));
    super.uninstall();
  }

  @Override
  void paint(Brush brush, VisibleRow row) {
    double millis = row.line().millis();
    if (row.first() && !Double.isNaN(millis)) {
      brush.margin(format.apply(millis), LineSheet.marginLeft(), brush.palette().of(Ink.TIME));
    }
  }
}
