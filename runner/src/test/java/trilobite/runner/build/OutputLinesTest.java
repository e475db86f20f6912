// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputLinesTest {

  private final StringBuilder text = new StringBuilder();
  private final List<String> lines = new ArrayList<>();
  private final OutputLines output = new OutputLines(text::append, lines::add);

  private void write(byte... bytes) {
    output.write(bytes, 0, bytes.length);
  }

  private void write(String some) {
    write(some.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void characterSplitBetweenWritesStaysWhole() {
    for (byte b : "größe 😀\n".getBytes(StandardCharsets.UTF_8)) {
      write(b);
    }
    assertThat(text).hasToString("größe 😀\n");
    assertThat(lines).containsExactly("größe 😀");
  }

  @Test
  void escapeSequencesStayInTheTextAndLeaveTheLines() {
    write("\u001B[01;31m\u001B[Kerror:\u001B[m\u001B[K no\r\n\u001B]0;title\u0007x\u001B(B\b\n");
    output.end();
    assertThat(text.toString()).contains("\u001B]0;title");
    assertThat(lines).containsExactly("error: no", "x");
  }

  @Test
  void invalidBytesBecomeReplacementsAndNothingIsLost() {
    write((byte) 'a', (byte) 0xff, (byte) 0xc3, (byte) '\n', (byte) 0xf0, (byte) 0x9f);
    output.end();
    assertThat(text).hasToString("a��\n�");
    assertThat(lines).containsExactly("a��", "�");
  }

  @Test
  void hugeLineIsCutForMatchingOnly() {
    for (int i = 0; i < 1000; i++) {
      write("x".repeat(1000));
    }
    write("\nnext\n");
    assertThat(text).hasSize(1_000_006);
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst()).hasSize(65_536);
    assertThat(lines.getLast()).isEqualTo("next");
  }

  @Test
  void aHundredMegabytesPassThroughAndNothingOfThemIsKept() {
    long[] counts = new long[2];
    var counting = new OutputLines(t -> counts[0] += t.length(), l -> counts[1]++);
    var block = "\u001B[32m%s\u001B[0m\n".formatted("x".repeat(990)).repeat(1000);
    var bytes = block.getBytes(StandardCharsets.UTF_8);
    long wanted = 0;
    for (; wanted < 100_000_000; wanted += bytes.length) {
      counting.write(bytes, 0, bytes.length);
    }
    counting.end();
    assertThat(counts).containsExactly(wanted, wanted / (block.length() / 1000));
  }

  @Test
  void lastLineNeedsNoEnd() {
    write("one\ntwo");
    assertThat(lines).containsExactly("one");
    output.end();
    assertThat(lines).containsExactly("one", "two");
  }
}
