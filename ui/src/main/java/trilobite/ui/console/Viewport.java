// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;

/// Which rows are in sight: the line and the row within it at the top, how many rows and columns
/// fit, whether lines wrap, and whether the view follows the newest line. Costs what is in sight,
/// however long the console.
final class Viewport {

  private LineRing ring;
  private int rows = 1;
  private int columns = 80;
  private boolean wrap;
  private boolean follow = true;
  private long top;
  private int topRow;
  private int left;

  Viewport(LineRing ring) {
    this.ring = ring;
  }

  LineRing ring() {
    return ring;
  }

  /// Shows other lines, from their end on where the view follows.
  void ring(LineRing lines) {
    ring = lines;
    top = lines.first();
    topRow = 0;
    settle();
  }

  /// @param rowsInSight whole rows that fit
  void size(int rowsInSight, int columnsInSight) {
    rows = Math.max(1, rowsInSight);
    columns = Math.max(1, columnsInSight);
    settle();
  }

  int rows() {
    return rows;
  }

  int columns() {
    return columns;
  }

  boolean wrap() {
    return wrap;
  }

  void wrap(boolean wrapLines) {
    wrap = wrapLines;
    topRow = 0;
    left = 0;
    settle();
  }

  boolean follow() {
    return follow;
  }

  void follow(boolean followTail) {
    follow = followTail;
    settle();
  }

  /// Position of the topmost line in sight.
  long top() {
    return top;
  }

  /// The largest [#top] there is.
  long lastTop() {
    return new Bottom().top;
  }

  int left() {
    return left;
  }

  void left(int column) {
    left = wrap ? 0 : Math.max(0, column);
  }

  /// Puts a line at the top; the view follows again if that shows the end.
  void top(long position) {
    top = position;
    topRow = 0;
    follow = false;
    settle();
    follow = atEnd();
  }

  /// Scrolls down, or up where negative.
  void scroll(int by) {
    follow = false;
    topRow += by;
    while (topRow < 0 && top > ring.first()) {
      top--;
      topRow += rowsOf(top);
    }
    topRow = Math.max(0, topRow);
    for (int in = rowsOf(top); topRow >= in && top < ring.end() - 1; in = rowsOf(top)) {
      topRow -= in;
      top++;
    }
    settle();
    follow = by > 0 && atEnd();
  }

  /// Scrolls as little as shows the line.
  void reveal(long position) {
    if (position < top || (position == top && topRow > 0)) {
      top(position);
    } else {
      int used = -topRow;
      for (long line = top; line <= position && used <= rows; line++) {
        used += rowsOf(line);
      }
      if (used > rows) {
        top(Math.max(ring.first(), position - rows / 2));
      }
    }
  }

  /// Takes notice of lines that came or fell out.
  void settle() {
    if (top < ring.first()) {
      top = ring.first();
      topRow = 0;
    }
    var bottom = new Bottom();
    if (follow || top > bottom.top || (top == bottom.top && topRow > bottom.row)) {
      top = bottom.top;
      topRow = bottom.row;
    }
  }

  /// The rows in sight from the top on, the last of them perhaps cut by the edge.
  List<VisibleRow> visible() {
    var visible = new ArrayList<VisibleRow>(rows + 1);
    long position = top;
    int skip = topRow;
    for (NumberedLine line : ring.lines(top, rows + 1)) {
      int count = wrap ? Columns.rows(line.line().text(), columns) : 1;
      for (int row = Math.min(skip, count - 1); row < count && visible.size() <= rows; row++) {
        visible.add(VisibleRow.of(position, line, wrap ? row * columns : 0, wrap ? columns : 0));
      }
      skip = 0;
      position++;
    }
    return visible;
  }

  private boolean atEnd() {
    var bottom = new Bottom();
    return top >= bottom.top && (top > bottom.top || topRow >= bottom.row);
  }

  private int rowsOf(long position) {
    if (!wrap) {
      return 1;
    }
    var lines = ring.lines(position, 1);
    return lines.isEmpty() ? 1 : Columns.rows(lines.getFirst().line().text(), columns);
  }

  /// Where the top is when the last line stands on the last row.
  private final class Bottom {
    private long top = Math.max(ring.first(), ring.end() - 1);
    private int row;

    Bottom() {
      int free = rows - rowsOf(top);
      while (free > 0 && top > ring.first()) {
        top--;
        free -= rowsOf(top);
      }
      row = Math.max(0, -free);
    }
  }
}
