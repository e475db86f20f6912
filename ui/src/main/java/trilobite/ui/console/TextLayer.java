// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import javafx.scene.paint.Color;
import trilobite.model.console.CellStyle;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.NumberedLine.Origin;

/// Draws the characters of rows with the looks that the guest gave them.
final class TextLayer {

  private TextLayer() {}

  /// What lies behind the characters.
  static void papers(Brush brush, VisibleRow row) {
    each(
        row,
        (style, from, to) ->
            brush
                .palette()
                .of(style)
                .paper()
                .ifPresent(paper -> brush.fill(paper, column(row, from), column(row, to))));
  }

  static void texts(Brush brush, VisibleRow row) {
    each(row, (style, from, to) -> text(brush, row, style, from, to));
  }

  private static void text(Brush brush, VisibleRow row, CellStyle style, int from, int to) {
    int column = column(row, from);
    boolean host = row.line().origin() == Origin.HOST;
    Color colour = host ? brush.palette().of(Ink.HOST) : brush.palette().of(style).text();
    brush.text(row.text(), from, to, column, colour, style.bold());
    if (style.underline()) {
      brush.rule(colour, column, column(row, to), 0.86);
    }
    if (style.strike()) {
      brush.rule(colour, column, column(row, to), 0.5);
    }
  }

  /// Column of a character, counted within the row.
  static int column(VisibleRow row, int index) {
    return Columns.columnOf(row.text(), index) - row.column();
  }

  private static void each(VisibleRow row, Stretch stretch) {
    ConsoleLine line = row.line().line();
    for (int run = 0; run < line.runs(); run++) {
      int from = Math.max(line.runStart(run), row.from());
      int to = Math.min(line.runEnd(run), row.to());
      if (from < to) {
        stretch.paint(line.style(run), from, to);
      }
    }
  }

  /// A stretch of equal looks within a row.
  private interface Stretch {
    void paint(CellStyle style, int from, int to);
  }
}
