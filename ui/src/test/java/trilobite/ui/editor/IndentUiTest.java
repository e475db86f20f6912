// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.ui.testing.OnFx;

@Tag("ui")
final class IndentUiTest {

  /// The text after a change of one with this selection.
  private static String after(String text, int from, int to, Consumer<CodeArea> change) {
    return OnFx.get(
        () -> {
          var area = new CodeArea(text);
          area.selectRange(from, to);
          change.accept(area);
          return area.getText();
        });
  }

  @Test
  void tabPutsAStepWhereTheCaretIs() {
    assertThat(after("ab", 1, 1, Indent::right)).isEqualTo("a    b");
    assertThat(after("\tx\n\ty\nab", 7, 7, Indent::right)).isEqualTo("\tx\n\ty\na\tb");
  }

  @Test
  void aSelectionOfLinesMovesAsAWhole() {
    assertThat(after("one\ntwo\nthree", 1, 6, Indent::right)).isEqualTo("    one\n    two\nthree");
    assertThat(after("one\ntwo", 0, 4, Indent::right))
        .as("that ends before a line's first character")
        .isEqualTo("    one\ntwo");
  }

  @ParameterizedTest
  @CsvSource({"'    x', x", "'  x', x", "x, x", "'\tx', x", "'      x', '  x'"})
  void backTakesAtMostAStep(String line, String left) {
    assertThat(after(line, 0, 0, Indent::left)).isEqualTo(left);
  }

  @Test
  void aNewLineBeginsWhereTheLastOneDid() {
    assertThat(after("    if (x)", 10, 10, Indent::newLine)).isEqualTo("    if (x)\n    ");
    assertThat(after("    if (x)", 2, 2, Indent::newLine)).isEqualTo("  \n    if (x)");
  }

  @Test
  void nothingChangesInAFileThatIsReadOnly() {
    Consumer<CodeArea> all =
        area -> {
          area.setEditable(false);
          Indent.right(area);
          Indent.left(area);
          Indent.newLine(area);
        };
    assertThat(after("    x", 0, 5, all)).isEqualTo("    x");
  }
}
