// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.console.Console.lines;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// However the bytes are cut into reads, the lines are the same.
class SplitTest {

  private static final String[] PARTS = {
    "plain text ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "\b",
    "\0",
    "é",
    "漢字",
    "🦐",
    "\u202e",
    "\u001b[1;31m",
    "\u001b[m",
    "\u001b[38;2;1;200;3m",
    "\u001b[K",
    "\u001b[10D",
    "\u001b[4C",
    "\u001b[2;3H",
    "\u001b]0;title\u0007",
    "\u001bPdevice\u001b\\",
    "\u001b",
    "\u001b[",
    "[0m",
    "]",
    "\u001b[2P",
    "\u001b[3@",
    "x".repeat(ConsoleParser.LONGEST_LINE - 5),
    "\u0018",
    "\u001b(0",
  };

  @Test
  void anySplitGivesTheSameLines() {
    var random = new Random(42);
    for (int round = 0; round < 400; round++) {
      byte[] console = console(random);
      int[] cuts = random.ints(random.nextInt(60), 0, console.length + 1).sorted().toArray();
      assertThat(lines(console, cuts)).as("round %d", round).isEqualTo(lines(console));
    }
  }

  @Test
  void byteByByteGivesTheSameLines() {
    var random = new Random(43);
    for (int round = 0; round < 40; round++) {
      byte[] console = console(random);
      int[] cuts = new int[console.length];
      Arrays.setAll(cuts, i -> i);
      assertThat(lines(console, cuts)).as("round %d", round).isEqualTo(lines(console));
    }
  }

  @Test
  void noBytesAtAllAreRefused() {
    var random = new Random(44);
    for (int round = 0; round < 300; round++) {
      byte[] noise = new byte[2_000];
      random.nextBytes(noise);
      for (int i = 0; i < noise.length; i += 7) {
        noise[i] = (byte) "\u001b[];?m".charAt(random.nextInt(6));
      }
      var lines = lines(noise);
      long at = 0;
      for (ConsoleLine line : lines) {
        assertThat(line.offset()).isEqualTo(at);
        assertThat(line.text().chars().filter(c -> c < ' ' || (c >= 0x7f && c < 0xa0))).isEmpty();
        at = line.endOffset();
      }
    }
  }

  private static byte[] console(Random random) {
    var bytes = new ByteArrayOutputStream();
    int parts = 1 + random.nextInt(80);
    for (int i = 0; i < parts; i++) {
      if (random.nextInt(20) == 0) {
        bytes.write(random.nextInt(256));
      } else {
        // The long part is rare, so that most rounds stay quick.
        int part = random.nextInt(PARTS.length);
        String text = PARTS[part].length() > 99 && random.nextInt(8) > 0 ? "x" : PARTS[part];
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }
}
