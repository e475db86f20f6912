// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Optional;
import java.util.function.DoubleFunction;
import trilobite.ui.console.RowPainter.Layer;

/// Shows when lines arrived, left of them. Lines whose time is not known have none.
public final class TimeMargin implements LinePart {

  private final RowPainter painter = this::paint;
  private final int columns;
  private DoubleFunction<String> format;
  private Optional<LineView> view = Optional.empty();

  /// @param columns width of the longest time
  /// @param format writes a run time in ms
  public TimeMargin(int columns, DoubleFunction<String> format) {
    this.columns = columns;
    this.format = format;
  }

  /// Writes times in another way from now on.
  public void format(DoubleFunction<String> next) {
    format = next;
    view.ifPresent(LineView::redraw);
  }

  @Override
  public void install(LineView on) {
    view = Optional.of(on);
    on.sheet().margin(columns);
    on.sheet().add(Layer.OVER, painter);
  }

  @Override
  public void uninstall() {
    view.ifPresent(
        on -> {
          on.sheet().remove(painter);
          on.sheet().margin(0);
        });
    view = Optional.empty();
  }

  private void paint(Brush brush, VisibleRow row) {
    double millis = row.line().millis();
    if (row.first() && !Double.isNaN(millis)) {
      brush.margin(format.apply(millis), LineSheet.marginLeft(), brush.palette().of(Ink.TIME));
    }
  }
}
