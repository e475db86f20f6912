// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.ui.panel.console.RawKeys.Held;

class RawKeysTest {

  private static Held held(String modifiers) {
    return new Held(modifiers.contains("S"), modifiers.contains("C"), modifiers.contains("A"));
  }

  private static String shown(Optional<byte[]> bytes) {
    return bytes
        .map(b -> new String(b, StandardCharsets.UTF_8).replace("\u001b", "ESC "))
        .orElse("nothing");
  }

  @ParameterizedTest
  @CsvSource({
    "UP, '', ESC [A",
    "DOWN, '', ESC [B",
    "RIGHT, C, ESC [1;5C",
    "LEFT, SA, ESC [1;4D",
    "HOME, '', ESC [H",
    "END, S, ESC [1;2F",
    "INSERT, '', ESC [2~",
    "DELETE, '', ESC [3~",
    "PAGE_UP, '', ESC [5~",
    "PAGE_DOWN, C, ESC [6;5~",
    "F1, '', ESC OP",
    "F4, S, ESC [1;2S",
    "F5, '', ESC [15~",
    "F12, A, ESC [24;3~",
    "ESCAPE, '', 'ESC '",
    "A, '', nothing",
    "A, S, nothing",
    "A, A, nothing",
    "SHIFT, S, nothing",
    "CONTROL, C, nothing",
    "F13, '', nothing",
  })
  void keys(KeyCode key, String modifiers, String bytes) {
    assertThat(shown(RawKeys.pressed(key, held(modifiers)))).isEqualTo(bytes);
  }

  @ParameterizedTest
  @CsvSource({
    "C, C, 3",
    "D, C, 4",
    "A, C, 1",
    "Z, C, 26",
    "SPACE, C, 0",
    "OPEN_BRACKET, C, 27",
    "BACK_SLASH, C, 28",
    "SLASH, C, 31",
    "ENTER, '', 13",
    "TAB, '', 9",
    "BACK_SPACE, '', 127",
    "BACK_SPACE, C, 8",
  })
  void controlBytes(KeyCode key, String modifiers, byte octet) {
    assertThat(RawKeys.pressed(key, held(modifiers)))
        .hasValueSatisfying(bytes -> assertThat(bytes).containsExactly(octet));
  }

  @Test
  void altPutsAnEscapeBefore() {
    assertThat(shown(RawKeys.pressed(KeyCode.C, held("CA")))).isEqualTo("ESC \u0003");
    assertThat(shown(RawKeys.pressed(KeyCode.TAB, held("S")))).isEqualTo("ESC [Z");
    assertThat(shown(RawKeys.typed("x", held("A")))).isEqualTo("ESC x");
  }

  @Test
  void charactersAreSentAsUtf8() {
    assertThat(shown(RawKeys.typed("a", held("")))).isEqualTo("a");
    assertThat(shown(RawKeys.typed("Ä", held("S")))).isEqualTo("Ä");
    assertThat(shown(RawKeys.typed("🦐", held("")))).isEqualTo("🦐");
    assertThat(shown(RawKeys.typed("@", held("CA")))).isEqualTo("@");
  }

  @Test
  void whatIsAnsweredAsAKeyIsNotTypedAgain() {
    assertThat(RawKeys.typed("\r", held(""))).isEmpty();
    assertThat(RawKeys.typed("\u0003", held("C"))).isEmpty();
    assertThat(RawKeys.typed("\u007f", held(""))).isEmpty();
    assertThat(RawKeys.typed("", held(""))).isEmpty();
    assertThat(RawKeys.typed("c", held("C"))).isEmpty();
  }

  @Test
  void pastedLinesEndAsEnterEndsThem() {
    assertThat(RawKeys.pasted("a\r\nb\nc\r"))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("a\rb\rc\r");
  }
}
