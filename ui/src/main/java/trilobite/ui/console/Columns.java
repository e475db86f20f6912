// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import trilobite.model.console.CellWidth;

/// Where the characters of a line stand on the grid. Most lines are of characters that take one
/// column each and cost nothing.
final class Columns {

  private Columns() {}

  /// True where the index of a character is its column.
  static boolean simple(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x300) {
        return false;
      }
    }
    return true;
  }

  static int width(String text) {
    return columnOf(text, text.length());
  }

  /// Column at which the character at `index` begins.
  static int columnOf(String text, int index) {
    if (simple(text)) {
      return index;
    }
    int column = 0;
    int i = 0;
    while (i < Math.min(index, text.length())) {
      int c = text.codePointAt(i);
      column += CellWidth.of(c);
      i += Character.charCount(c);
    }
    return column;
  }

  /// Index of the character that stands on `column`, the text's length beyond its end.
  static int indexAt(String text, int column) {
    if (simple(text)) {
      return Math.clamp(column, 0, text.length());
    }
    int at = 0;
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int width = CellWidth.of(c);
      if (at + width > column && width > 0) {
        return i;
      }
      at += width;
      i += Character.charCount(c);
    }
    return i;
  }

  /// How many rows of `columns` a line takes when it wraps, at least one.
  static int rows(String text, int columns) {
    return Math.max(1, (width(text) + columns - 1) / columns);
  }
}
