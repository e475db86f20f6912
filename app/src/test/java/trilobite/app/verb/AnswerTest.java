// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AnswerTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private Env env(boolean terminal) {
    var out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
    return new Env(
        () -> {
          throw new AssertionError("an answer needs no workbench");
        },
        out,
        out,
        terminal,
        Path.of("/"),
        Path.of("/demo"),
        (workbench, project, target, run) -> 0);
  }

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void alignsNumbersRightAndWordsLeft() {
    new Answer("NAME", "PID").row("tidepool", 7).row("b", 4711).print(env(false));
    assertThat(printed()).isEqualTo("NAME       PID\ntidepool     7\nb         4711\n");
  }

  @Test
  void figuresOfAnyUnitAreNumbers() {
    new Answer("TOOK", "RATE").row("9.5 µs", "0 B/s").row("12.40 s", "1.5 MiB/s").print(env(false));
    assertThat(printed()).isEqualTo("   TOOK       RATE\n 9.5 µs      0 B/s\n12.40 s  1.5 MiB/s\n");
  }

  @Test
  void escapesGuestTextOnATerminalOnly() {
    new Answer("NAME").row("\u001b[31m").print(env(true));
    assertThat(printed()).contains("\\e[31m");
    bytes.reset();
    new Answer("NAME").row("\u001b[31m").print(env(false));
    assertThat(printed()).contains("\u001b[31m");
  }

  @Test
  void whatIsWrittenOutKeepsTheColumnsInLine() {
    new Answer("NAME", "STATE")
        .row("\u001b[31mred", "blocked")
        .row("plain", "running")
        .print(env(true));
    assertThat(printed()).isEqualTo("NAME       STATE\n\\e[31mred  blocked\nplain      running\n");
  }
}
