// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.console.Console.bytes;
import static trilobite.model.console.Console.lines;
import static trilobite.model.console.Console.texts;

import org.junit.jupiter.api.Test;

class ConsoleParserTest {

  @Test
  void lineEndsOfEveryKindEndOneLine() {
    assertThat(texts("a\nb\r\nc\n\rd\r\r\ne")).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void emptyLinesAreLines() {
    assertThat(texts("\n\na\n")).containsExactly("", "", "a");
  }

  @Test
  void aPromptIsThereBeforeItsLineEnds() {
    var parser = new ConsoleParser(0, line -> {});
    parser.accept("tide> ".getBytes(java.nio.charset.StandardCharsets.UTF_8), 0, 6);
    assertThat(parser.open())
        .get()
        .satisfies(
            line -> {
              assertThat(line.text()).isEqualTo("tide> ");
              assertThat(line.end()).isEqualTo(ConsoleLine.End.OPEN);
            });
  }

  @Test
  void carriageReturnWritesOverTheLine() {
    assertThat(texts("10 %\r100 %\n")).containsExactly("100 %");
    assertThat(texts("loading\rdone\n")).containsExactly("doneing");
    assertThat(texts("loading\r\033[Kdone\n".replace("\033", "\u001b"))).containsExactly("done");
  }

  @Test
  void backspaceMovesAndTheNextCharacterWritesOver() {
    assertThat(texts("helo\blo\n")).containsExactly("hello");
    assertThat(texts("ab\b \b\n")).containsExactly("a ");
    assertThat(texts("\b\b\bx\n")).containsExactly("x");
  }

  @Test
  void tabsGoToTheNextEighthColumn() {
    assertThat(texts("a\tb\n12345678\tc")).containsExactly("a       b", "12345678        c");
  }

  @Test
  void controlBytesAreHarmless() {
    assertThat(texts(bytes('a', 0, 7, 'b', 0x0e, 0x0f, 0x7f, 5, 'c', '\n'))).containsExactly("abc");
  }

  @Test
  void upperControlCharactersAreHarmless() {
    assertThat(texts("a\u009b2Jb\u0085c\n")).containsExactly("a2Jbc");
  }

  @Test
  void offsetsPointAtTheBytesOfTheLine() {
    var lines = lines("\u001b[1mab\r\n\u00e9\nx");
    assertThat(lines).extracting(ConsoleLine::offset).containsExactly(0L, 8L, 11L);
    assertThat(lines).extracting(ConsoleLine::endOffset).containsExactly(8L, 11L, 12L);
  }

  @Test
  void aLineThatNeverEndsIsCut() {
    var lines = lines("x".repeat(ConsoleParser.LONGEST_LINE * 2 + 3) + "\n");
    assertThat(lines)
        .extracting(line -> line.text().length())
        .containsExactly(ConsoleParser.LONGEST_LINE, ConsoleParser.LONGEST_LINE, 3);
    assertThat(lines)
        .extracting(ConsoleLine::end)
        .containsExactly(ConsoleLine.End.CUT, ConsoleLine.End.CUT, ConsoleLine.End.NEWLINE);
  }

  @Test
  void aLineOfExactlyTheLongestLengthIsOneLine() {
    assertThat(lines("x".repeat(ConsoleParser.LONGEST_LINE) + "\nb\n"))
        .extracting(ConsoleLine::end)
        .containsExactly(ConsoleLine.End.NEWLINE, ConsoleLine.End.NEWLINE);
  }

  @Test
  void nothingIsShownWhereNothingWasWritten() {
    assertThat(lines("")).isEmpty();
    assertThat(lines("\u001b[31m\u001b[0m")).isEmpty();
  }
}
