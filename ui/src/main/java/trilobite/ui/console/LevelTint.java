// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import trilobite.model.console.Level;
import trilobite.ui.console.RowPainter.Layer;

/// Marks lines that say they are warnings by an amber edge, errors by a red edge and a tinted row.
public final class LevelTint extends RowPart {

  private static final double EDGE = 3;

  public LevelTint() {
    super(Layer.BEHIND);
  }

  @Override
  void paint(Brush brush, VisibleRow row) {
    Level level = row.line().line().level();
    if (level == Level.ERROR) {
      brush.fillRow(brush.palette().of(Ink.ERROR_ROW));
      brush.edge(brush.palette().of(Ink.ERROR), EDGE);
    } else if (level == Level.WARN) {
      brush.edge(brush.palette().of(Ink.WARN), EDGE);
    }
  }
}
