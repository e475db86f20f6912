// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import org.fxmisc.richtext.CodeArea;

/// Indentation in the style of the file's own neighbours: a new line starts where the last one did;
/// Tab moves selected lines.
final class Indent {
  static final String STEP = "    ";

  private Indent() {}

  static void right(CodeArea area) {
    if (!area.isEditable()) {
      return;
    }
    if (area.getSelectedText().contains("\n")) {
      shift(area, true);
    } else {
      area.replaceSelection(usesTabs(area.getText()) ? "\t" : STEP);
    }
  }

  static void left(CodeArea area) {
    if (area.isEditable()) {
      shift(area, false);
    }
  }

  static void newLine(CodeArea area) {
    if (area.isEditable()) {
      var before =
          area.getParagraph(area.getCurrentParagraph()).substring(0, area.getCaretColumn());
      area.replaceSelection("\n" + leading(before));
      area.requestFollowCaret();
    }
  }

  /// The white space that a line starts with.
  static String leading(String line) {
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  static boolean usesTabs(String text) {
    return text.lines().limit(2000).filter(l -> l.startsWith("\t")).count()
        > text.lines().limit(2000).filter(l -> l.startsWith("  ")).count();
  }

  private static void shift(CodeArea area, boolean right) {
    var selection = area.getCaretSelectionBind();
    int from = selection.getStartParagraphIndex();
    int to = selection.getEndParagraphIndex();
    // A selection that ends before a line's first character does not mean that line.
    if (to > from && selection.getEndColumnPosition() == 0) {
      to--;
    }
    var step = usesTabs(area.getText()) ? "\t" : STEP;
    var lines = new StringBuilder();
    for (int line = from; line <= to; line++) {
      var text = area.getParagraph(line).getText();
      lines
          .append(right ? step + text : text.substring(outdent(text, step)))
          .append(line < to ? "\n" : "");
    }
    int start = area.getAbsolutePosition(from, 0);
    area.replaceText(
        start, area.getAbsolutePosition(to, area.getParagraphLength(to)), lines.toString());
    area.selectRange(start, start + lines.length());
  }

  private static int outdent(String line, String step) {
    if (line.startsWith("\t")) {
      return 1;
    }
    return Math.min(leading(line).length(), step.equals("\t") ? STEP.length() : step.length());
  }
}
