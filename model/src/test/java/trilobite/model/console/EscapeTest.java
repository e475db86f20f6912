// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.model.console.Console.texts;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a hostile guest may send to the terminal it hopes for.
class EscapeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b]0;owned\u0007", // title, ended by BEL
        "\u001b]2;owned\u001b\\", // title, ended by ST
        "\u001b]52;c;cm0gLXJmIH4=\u0007", // clipboard
        "\u001b]8;;http://evil/\u001b\\", // hyperlink
        "\u001b]11;?\u0007", // asks for the background colour
        "\u001b[8;1;1t", // resize
        "\u001b[21t", // asks for the title
        "\u001b[c", // device attributes
        "\u001b[>c",
        "\u001b[=c",
        "\u001bZ",
        "\u001b[5n", // device status
        "\u001b[6n", // cursor position
        "\u001b[?6n",
        "\u001bP$qm\u001b\\", // asks for a setting
        "\u001bP+q544e\u001b\\", // asks for a capability
        "\u001b_application\u001b\\",
        "\u001b^private\u001b\\",
        "\u001bXstring\u001b\\",
        "\u001b[?1049h", // other screen
        "\u001b[?1000;1006h", // mouse reports
        "\u001b[?2004h", // bracketed paste
        "\u001b[2J",
        "\u001b[3J", // clear what was scrolled away
        "\u001bc", // reset
        "\u001b(0", // line drawing letters
        "\u001b#8", // screen of E
        "\u001b[4i", // printer
        "\u001b[!p",
        "\u001b[1;1r",
        "\u001b[8mhid\u001b[28mden\b\b\b\b\b\b\u001b[K",
        "\u001b[99999999999999999999;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1;1q",
      })
  @Tag("bad:esc-retitle")
  @Tag("bad:esc-resize")
  @Tag("bad:esc-answer")
  void isSwallowed(String sequence) {
    assertThat(texts("before" + sequence + "after\n")).containsExactly("beforeafter");
  }

  @Test
  void concealedTextIsShown() {
    assertThat(texts("a\u001b[8mhidden\u001b[28mb\n")).containsExactly("ahiddenb");
  }

  @Test
  void aStringThatNeverEndsHidesNoMoreThanItsLine() {
    assertThat(texts("a\u001b]0;title\nKERNEL PANIC\n")).containsExactly("a", "KERNEL PANIC");
  }

  @Test
  void aStringThatNeverEndsHidesNoMoreThanFourKibibytes() {
    String text = "\u001b]0;" + "x".repeat(10_000) + "\n";
    assertThat(texts(text).getFirst().length()).isBetween(5_900, 6_000);
  }

  @Test
  void cancelEndsASequence() {
    assertThat(texts("a\u001b[3\u0018b\u001b]0;\u001ac\n")).containsExactly("abc");
  }

  @Test
  void aLineEndWithinASequenceStillEndsTheLine() {
    assertThat(texts("a\u001b[3\n1mb\n")).containsExactly("a", "b");
  }

  @Test
  void anEscapeWithinASequenceBeginsAnother() {
    assertThat(texts("a\u001b[3\u001b[1mb\n")).containsExactly("ab");
  }

  @Test
  void charactersThatReorderTextAreReplaced() {
    assertThat(texts("a\u202eb\u2066c\u200bd\u2028e\n"))
        .containsExactly("a\ufffdb\ufffdc\ufffdd\ufffde");
  }

  @Test
  void movesWithinTheLineWriteOverIt() {
    assertThat(texts("abcdef\u001b[3DX\n")).containsExactly("abcXef");
    assertThat(texts("ab\u001b[5Cc\n")).containsExactly("ab     c");
    assertThat(texts("abcdef\u001b[2GX\u001b[K\n")).containsExactly("aX");
    assertThat(texts("abcdef\r\u001b[2P\n")).containsExactly("cdef");
    assertThat(texts("abc\r\u001b[2@X\n")).containsExactly("X abc");
    assertThat(texts("abcdef\r\u001b[3X\n")).containsExactly("   def");
    assertThat(texts("abc\u001b[1K\n")).containsExactly("   ");
    assertThat(texts("abc\u001b[2Kd\n")).containsExactly("   d");
    assertThat(texts("abc\b\b\u001b[J\n")).containsExactly("a");
  }

  @Test
  void movesToOtherLinesLoseNothing() {
    assertThat(texts("one\u001b[1;1Htwo\u001b[Athree\u001b[5Efour"))
        .containsExactly("one", "two", "   three", "four");
  }

  @Test
  void fewBytesMakeNoLongLine() {
    assertThat(texts("\u001b[99999Cx\n").getFirst().length()).isLessThanOrEqualTo(1_025);
    assertThat(texts("a\r\u001b[99999@\n").getFirst().length()).isLessThanOrEqualTo(1_025);
  }
}
