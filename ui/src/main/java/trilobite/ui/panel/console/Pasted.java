// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.List;

/// What becomes of several lines that are pasted into a field for one.
///
/// @param lines those that are whole, without their ends
/// @param rest what stays in the field
/// @param caret where in it
record Pasted(List<String> lines, String rest, int caret) {

  /// @param before what stands in the field before the place
  /// @param after what stands behind it
  static Pasted of(String before, String text, String after) {
    var pieces = List.of((before + text).split("\r\n|\r|\n", -1));
    var rest = pieces.getLast();
    return new Pasted(pieces.subList(0, pieces.size() - 1), rest + after, rest.length());
  }
}
