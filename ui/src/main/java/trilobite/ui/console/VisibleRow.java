// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import trilobite.model.console.NumberedLine;

/// A row in sight.
///
/// @param position of its line in the ring
/// @param from index of its first character in the line's text
/// @param to index after its last character
/// @param column column of the line at which the row begins
record VisibleRow(long position, NumberedLine line, int from, int to, int column) {

  /// @param columns width of a wrapped row, 0 where lines do not wrap
  static VisibleRow of(long position, NumberedLine line, int column, int columns) {
    String text = line.line().text();
    int from = Columns.indexAt(text, column);
    int to = columns == 0 ? text.length() : Columns.indexAt(text, column + columns);
    return new VisibleRow(position, line, from, to, column);
  }

  /// True for the row with which its line begins.
  boolean first() {
    return column == 0;
  }

  String text() {
    return line.line().text();
  }
}
