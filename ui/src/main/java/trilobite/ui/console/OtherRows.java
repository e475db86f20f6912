// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Optional;
import java.util.function.LongPredicate;
import trilobite.ui.console.RowPainter.Layer;

/// Lays some lines on another ground, so that one sees who says what, with an edge at their left.
public final class OtherRows implements LinePart {

  private static final double EDGE = 3;

  private final RowPainter painter = this::paint;
  private final LongPredicate other;
  private Optional<LineView> view = Optional.empty();

  /// @param other whether the line at a position is one of them
  public OtherRows(LongPredicate other) {
    this.other = other;
  }

  @Override
  public void install(LineView on) {
    view = Optional.of(on);
    on.sheet().add(Layer.BEHIND, painter);
  }

  @Override
  public void uninstall() {
    view.ifPresent(on -> on.sheet().remove(painter));
    view = Optional.empty();
  }

  private void paint(Brush brush, VisibleRow row) {
    if (other.test(row.position())) {
      brush.fillRow(brush.palette().of(Ink.OTHER_ROW));
      brush.edge(brush.palette().of(Ink.HOST), EDGE);
    }
  }
}
