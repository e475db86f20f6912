// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import trilobite.model.console.CellWidth;

/// Draws on one row of the grid after another. JavaFX thread, during a paint only.
final class Brush {

  private final GraphicsContext on;
  private final Metrics metrics;
  private final Palette palette;
  private final Frame frame;
  private double y;

  /// @param textLeft x of the first column in sight
  /// @param left column that stands there
  /// @param columns columns in sight, the last perhaps cut by the edge
  /// @param focused true where the view has the keyboard
  record Frame(double textLeft, int left, int columns, double width, boolean focused) {}

  Brush(GraphicsContext on, Metrics metrics, Palette palette, Frame frame) {
    this.on = on;
    this.metrics = metrics;
    this.palette = palette;
    this.frame = frame;
    on.setTextBaseline(VPos.CENTER);
  }

  void row(int index) {
    y = LineSheet.TOP + index * metrics.row();
  }

  Palette palette() {
    return palette;
  }

  Frame frame() {
    return frame;
  }

  /// Fills the whole row, margin included.
  void fillRow(Color colour) {
    on.setFill(colour);
    on.fillRect(0, y, frame.width(), metrics.row());
  }

  /// Fills a stretch of the row's left edge.
  void edge(Color colour, double width) {
    on.setFill(colour);
    on.fillRect(0, y, width, metrics.row());
  }

  /// Fills columns of the text, as counted within the row.
  void fill(Color colour, int fromColumn, int toColumn) {
    int from = Math.max(fromColumn - frame.left(), 0);
    int to = Math.min(toColumn - frame.left(), frame.columns() + 1);
    if (from < to) {
      on.setFill(colour);
      on.fillRect(x(from), y, (to - from) * metrics.cell(), metrics.row());
    }
  }

  /// A line through columns of the text, at a height from 0 (top) to 1.
  void rule(Color colour, int fromColumn, int toColumn, double height) {
    int from = Math.max(fromColumn - frame.left(), 0);
    int to = Math.min(toColumn - frame.left(), frame.columns() + 1);
    if (from < to) {
      on.setFill(colour);
      on.fillRect(x(from), Math.floor(y + metrics.row() * height), (to - from) * metrics.cell(), 1);
    }
  }

  /// Draws characters, the first on a column as counted within the row.
  void text(String text, int from, int to, int column, Color colour, boolean bold) {
    on.setFill(colour);
    on.setFont(bold ? metrics.bold() : metrics.font());
    int at = column;
    int i = from;
    while (i < to) {
      int end = plain(text, i, to);
      if (end > i) {
        draw(text, i, end, at);
        at += end - i;
        i = end;
      } else {
        int next = cluster(text, i, to);
        draw(text, i, next, at);
        at += Math.max(1, CellWidth.of(text.codePointAt(i)));
        i = next;
      }
    }
  }

  /// Draws in the margin.
  void margin(String text, double x, Color colour) {
    on.setFill(colour);
    on.setFont(metrics.small());
    on.fillText(text, x, y + metrics.row() / 2);
  }

  Font font() {
    return metrics.font();
  }

  private void draw(String text, int from, int to, int column) {
    int hidden = Math.max(0, frame.left() - column);
    int visible = frame.left() + frame.columns() + 1 - column;
    // Only stretches of single columns are longer than what is in sight.
    boolean cuttable = to - from > 2;
    int first = cuttable ? Math.min(from + hidden, to) : from;
    int last = cuttable ? Math.min(from + Math.max(visible, 0), to) : to;
    if (first < last && column + (last - from) > frame.left() && visible > 0) {
      double at = x(column + (first - from) - frame.left());
      on.fillText(text.substring(first, last), at, y + metrics.row() / 2);
    }
  }

  private double x(int column) {
    return frame.textLeft() + column * metrics.cell();
  }

  private static int plain(String text, int from, int to) {
    int end = from;
    while (end < to && text.charAt(end) < 0x300) {
      end++;
    }
    return end;
  }

  /// A character with the marks that sit on it.
  private static int cluster(String text, int from, int to) {
    int end = Math.min(to, from + Character.charCount(text.codePointAt(from)));
    while (end < to && CellWidth.of(text.codePointAt(end)) == 0) {
      end += Character.charCount(text.codePointAt(end));
    }
    return Math.min(end, to);
  }
}
