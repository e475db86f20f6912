// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.console.Console.bytes;
import static trilobite.model.console.Console.texts;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {

  @Test
  void wideAndAstralCharactersArrive() {
    assertThat(texts("é漢🦐\n")).containsExactly("é漢🦐");
  }

  @Test
  void brokenPartsAreShownAsReplacements() {
    assertThat(texts(bytes('a', 0xff, 'b', 0xc3, '\n', 0xe2, 0x82, 'c', '\n')))
        .containsExactly("a\ufffdb\ufffd", "\ufffdc");
    assertThat(texts(bytes(0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf5, 'x')))
        .containsExactly("\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdx");
    assertThat(texts(bytes(0xe2, 0x1b, '[', '1', 'm', 'x'))).containsExactly("\ufffdx");
  }

  /// The JDK's decoder follows the same advice on broken parts, but for surrogates (0xed).
  @Test
  void agreesWithTheJdkOnAnyBytes() {
    var random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] noise = new byte[40];
      for (int i = 0; i < noise.length; i++) {
        int octet = 0x80 + random.nextInt(0x80);
        octet = octet == 0xed ? 0xf1 : octet;
        noise[i] = (byte) (random.nextInt(4) == 0 ? 'a' : octet);
      }
      String expected = new String(noise, StandardCharsets.UTF_8) + "|";
      byte[] ended = java.util.Arrays.copyOf(noise, noise.length + 1);
      ended[noise.length] = '|';
      String shown =
          expected
              .codePoints()
              .filter(c -> c < 0x80 || c > 0x9f)
              .map(c -> CellWidth.deceptive(c) ? 0xfffd : c)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      assertThat(texts(ended)).containsExactly(shown);
    }
  }
}
