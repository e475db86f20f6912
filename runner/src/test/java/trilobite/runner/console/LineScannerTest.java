// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineScannerTest {

  private final List<LineScanner.Line> lines = new ArrayList<>();
  private final LineScanner scanner = new LineScanner(lines::add);
  private long offset;

  private void send(String text) {
    var bytes = text.getBytes(UTF_8);
    scanner.take(bytes, bytes.length, offset);
    offset += bytes.length;
  }

  private List<String> texts() {
    return lines.stream().map(LineScanner.Line::text).toList();
  }

  @Test
  void aPromptWithoutANewlineIsALine() {
    send("boot\n> ");

    assertThat(lines)
        .containsExactly(
            new LineScanner.Line("boot", true, 5), new LineScanner.Line("> ", false, 7));
  }

  @Test
  void textSplitOverReadsIsWholeAtItsEnd() {
    for (var part : "listening on ☃ port 80".split("(?<=.)")) {
      send(part);
    }
    send("\n");

    assertThat(texts().getLast()).isEqualTo("listening on ☃ port 80");
  }

  @Test
  void aCharacterCutInHalfBecomesWhole() {
    var snow = "☃\n".getBytes(UTF_8);
    for (int i = 0; i < snow.length; i++) {
      scanner.take(new byte[] {snow[i]}, 1, i);
    }

    assertThat(texts().getLast()).isEqualTo("☃");
  }

  @Test
  void escapeSequencesDisappearWhereverTheyAreCut() {
    var text =
        "\u001b[1;32mready\u001b[0m \u001b]0;title\u0007n\u001b(Bo\u001bPx\u001b\\w\u0000\r\n";
    for (var part : text.split("(?<=.)")) {
      send(part);
    }

    assertThat(texts().getLast()).isEqualTo("ready now");
  }

  @Test
  void anEscapeSequenceWithoutEndDoesNotSwallowTheRest() {
    send("\u001b]" + "x".repeat(5_000) + "\nready\n");

    assertThat(texts()).contains("ready");
  }

  @Test
  void aLineOfAnyLengthCostsBoundedMemoryAndHidesNothing() {
    send("x".repeat(3 * LineScanner.LONGEST - 7) + "needle" + "y".repeat(LineScanner.LONGEST));

    assertThat(texts()).allMatch(text -> text.length() <= LineScanner.LONGEST);
    assertThat(texts()).anyMatch(text -> text.contains("needle"));
  }
}
