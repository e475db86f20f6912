// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.Arrays;

/// The line being written: a row of cells with a cursor, as wide as a line may get. A wide
/// character takes its cell and a [#FILLER] after it, so that a cell is a column. As long as ASCII
/// is added at the end and nothing else happens, there are no cells yet but an [AppendedText].
final class LineBuffer {

  private static final int FILLER = -1;

  /// Cursor movements reach no further than this, so that ten bytes cannot make thousands.
  private static final int FARTHEST_MOVE = 1_024;

  private final AppendedText appended;
  private final int[] cells;
  private final int[] styles;
  private boolean inCells;
  private int length;
  private int cursor;
  private boolean styled;
  private boolean fillers;

  LineBuffer(int width) {
    // A wide character may begin in the last column.
    appended = new AppendedText(width);
    cells = new int[width + 1];
    styles = new int[width + 1];
  }

  boolean full() {
    return cursor >= cells.length - 1;
  }

  boolean empty() {
    return length == 0;
  }

  void clear() {
    appended.clear();
    inCells = false;
    length = 0;
    cursor = 0;
    styled = false;
    fillers = false;
  }

  /// Writes printable ASCII at the cursor and returns how many bytes there was room for.
  int put(byte[] bytes, int from, int to, int style) {
    int count = Math.min(to - from, cells.length - 1 - cursor);
    if (!inCells && cursor == length) {
      appended.add(bytes, from, count, style);
      cursor += count;
      length = cursor;
      return count;
    }
    toCells();
    reach(count);
    for (int i = 0; i < count; i++) {
      cells[cursor + i] = bytes[from + i];
    }
    Arrays.fill(styles, cursor, cursor + count, style);
    advance(count, style);
    return count;
  }

  /// Writes one character at the cursor.
  void put(int codePoint, int style) {
    int width = Math.max(1, CellWidth.of(codePoint));
    toCells();
    reach(width);
    cells[cursor] = codePoint;
    styles[cursor] = style;
    if (width == 2) {
      cells[cursor + 1] = FILLER;
      styles[cursor + 1] = style;
      fillers = true;
    }
    advance(width, style);
  }

  void home() {
    cursor = 0;
  }

  /// Puts the cursor on a column, as far as it may move.
  void column(int column) {
    cursor = Math.clamp(column, 0, Math.max(FARTHEST_MOVE, length));
    cursor = Math.min(cursor, cells.length - 2);
  }

  int column() {
    return cursor;
  }

  void tab() {
    cursor = Math.min((cursor / 8 + 1) * 8, cells.length - 1);
    if (cursor <= length) {
      return;
    }
    if (inCells) {
      pad();
    } else {
      appended.addSpaces(cursor - length);
      length = cursor;
    }
  }

  void eraseFrom(int from) {
    if (from < length) {
      toCells();
      length = from;
    }
  }

  void blank(int from, int to) {
    int end = Math.min(to, length);
    if (from < end) {
      toCells();
      Arrays.fill(cells, from, end, ' ');
      Arrays.fill(styles, from, end, 0);
    }
  }

  void delete(int count) {
    if (cursor < length) {
      toCells();
      int gone = Math.min(count, length - cursor);
      shift(cursor + gone, cursor, length - cursor - gone);
      length -= gone;
    }
  }

  void insert(int count) {
    if (cursor < length) {
      toCells();
      int room = Math.min(Math.min(count, FARTHEST_MOVE), cells.length - 1 - length);
      shift(cursor, cursor + room, length - cursor);
      length += room;
      blank(cursor, cursor + room);
    }
  }

  /// The line as it stands.
  ConsoleLine line(long offset, long endOffset, ConsoleLine.End end) {
    if (!inCells) {
      return appended.line(offset, endOffset, end);
    }
    if (!fillers) {
      return new ConsoleLine(
          new String(cells, 0, length), runs(cells, styles, length), offset, endOffset, end);
    }
    int[] kept = new int[length];
    int[] keptStyles = new int[length];
    int count = 0;
    for (int i = 0; i < length; i++) {
      if (cells[i] != FILLER) {
        kept[count] = cells[i];
        keptStyles[count++] = styles[i];
      }
    }
    return new ConsoleLine(
        new String(kept, 0, count), runs(kept, keptStyles, count), offset, endOffset, end);
  }

  private int[] runs(int[] text, int[] looks, int count) {
    if (!styled || count == 0) {
      return new int[0];
    }
    int[] runs = new int[16];
    int used = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      if (used == 0 || looks[i] != runs[used - 1]) {
        if (used == runs.length) {
          runs = Arrays.copyOf(runs, 2 * used);
        }
        runs[used++] = at;
        runs[used++] = looks[i];
      }
      at += Character.charCount(text[i]);
    }
    return Arrays.copyOf(runs, used);
  }

  private void toCells() {
    if (!inCells) {
      appended.copyTo(cells, styles);
      inCells = true;
      styled = true;
    }
  }

  private void advance(int count, int style) {
    cursor += count;
    length = Math.max(length, cursor);
    styled |= style != 0;
  }

  /// Makes the cells before and under the cursor whole before they are written over.
  private void reach(int width) {
    if (cursor > length) {
      pad();
    }
    if (fillers) {
      if (cursor > 0 && cursor < length && cells[cursor] == FILLER) {
        cells[cursor - 1] = ' ';
      }
      int after = cursor + width;
      if (after < length && cells[after] == FILLER) {
        cells[after] = ' ';
      }
    }
  }

  private void pad() {
    Arrays.fill(cells, length, cursor, ' ');
    Arrays.fill(styles, length, cursor, 0);
    length = cursor;
  }

  private void shift(int from, int to, int count) {
    System.arraycopy(cells, from, cells, to, count);
    System.arraycopy(styles, from, styles, to, count);
  }
}
