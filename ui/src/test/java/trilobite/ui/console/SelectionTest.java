// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.console.ConsoleParser;
import trilobite.model.console.LinePattern.Span;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;

class SelectionTest {

  private static Selection from(long line, int index, long toLine, int toIndex) {
    return new Selection(new TextPoint(line, index), new TextPoint(toLine, toIndex));
  }

  @Test
  void textAcrossLinesReadsTheSameBothWays() {
    var ring = Lines.ring("first", "second", "third");
    assertThat(from(0, 2, 2, 3).text(ring)).isEqualTo("rst\nsecond\nthi");
    assertThat(from(2, 3, 0, 2).text(ring)).isEqualTo("rst\nsecond\nthi");
    assertThat(from(1, 1, 1, 4).text(ring)).isEqualTo("eco");
    assertThat(from(1, 4, 1, 4).text(ring)).isEmpty();
  }

  @Test
  void whatFellOutIsLeftOut() {
    var ring = Lines.ring(LineRing.LINES + 10);
    assertThat(from(0, 0, 10, 7).text(ring)).isEqualTo("line 10");
  }

  @Test
  void partsOfLines() {
    var selection = from(1, 2, 3, 1);
    assertThat(selection.in(0, 5)).isEmpty();
    assertThat(selection.in(1, 5)).contains(new Span(2, 6));
    assertThat(selection.in(2, 0)).contains(new Span(0, 1));
    assertThat(selection.in(3, 5)).contains(new Span(0, 1));
    assertThat(selection.in(4, 5)).isEmpty();
  }

  @Test
  void aLineThatWasCutIsCopiedWhole() {
    String text = "x".repeat(ConsoleParser.LONGEST_LINE + 5);
    var lines = new ArrayList<NumberedLine>();
    var parser = new ConsoleParser(0, line -> lines.add(new NumberedLine(lines.size(), 0, line)));
    byte[] bytes = (text + "\nend\n").getBytes(StandardCharsets.UTF_8);
    parser.accept(bytes, 0, bytes.length);
    var ring = new LineRing();
    ring.append(List.copyOf(lines), Optional.empty());
    assertThat(from(0, 0, 2, 3).text(ring)).isEqualTo(text + "\nend");
  }
}
