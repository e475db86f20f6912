// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.function.LongPredicate;
import trilobite.ui.console.RowPainter.Layer;

/// Lays some lines on another ground, so that one sees who says what, with an edge at their left.
public final class OtherRows extends RowPart {

  private static final double EDGE = 3;

  private final LongPredicate other;

  /// @param other whether the line at a position is one of them
  public OtherRows(LongPredicate other) {
    super(Layer.BEHIND);
    this.other = other;
  }

  @Override
  void paint(Brush brush, VisibleRow row) {
    if (other.test(row.position())) {
      brush.fillRow(brush.palette().of(Ink.OTHER_ROW));
      brush.edge(brush.palette().of(Ink.HOST), EDGE);
    }
  }
}
