// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import org.fxmisc.richtext.CodeArea;
import trilobite.ui.fx.Fx;

/// Moves the caret to a 1-based line and column, clamped to the text, and into view.
final class Caret {
  private Caret() {}

  /// Puts the caret back after the text was filled in, which left its end in sight.
  static void show(CodeArea area, int position) {
    area.moveTo(Math.min(position, area.getLength()));
    area.requestFollowCaret();
  }

  static void place(CodeArea area, int line, int column) {
    int paragraph = Math.clamp(line - 1L, 0, area.getParagraphs().size() - 1);
    int inLine = Math.clamp(column - 1L, 0, area.getParagraphLength(paragraph));
    area.moveTo(paragraph, inLine);
    area.requestFocus();
    // Only after a layout does the area know which lines it shows.
    Fx.later(
        () -> {
          if (!area.getParagraphs().isEmpty()) {
            area.showParagraphAtCenter(Math.min(paragraph, area.getParagraphs().size() - 1));
            // Of two wishes in one layout only the last counts, and the line would be at the edge.
            area.layout();
          }
          area.requestFollowCaret();
        });
  }
}
