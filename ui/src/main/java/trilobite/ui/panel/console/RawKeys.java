// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import javafx.scene.input.KeyCode;

/// What a terminal sends for a key. Layout: xterm's control sequences, normal cursor and keypad
/// modes, which is what a serial line starts with.
final class RawKeys {

  private static final String ESC = "\u001b";

  /// Modifiers that were down.
  record Held(boolean shift, boolean control, boolean alt) {

    boolean none() {
      return !shift && !control && !alt;
    }

    /// The number by which xterm names a set of modifiers.
    private int number() {
      return 1 + (shift ? 1 : 0) + (alt ? 2 : 0) + (control ? 4 : 0);
    }
  }

  private RawKeys() {}

  /// Bytes for a key that was pressed; absent for keys that type a character, which is told apart.
  static Optional<byte[]> pressed(KeyCode key, Held held) {
    return special(key, held).or(() -> controlled(key, held)).map(RawKeys::bytes);
  }

  /// Bytes for a character that was typed; absent for those that [#pressed] answers.
  static Optional<byte[]> typed(String character, Held held) {
    if (character.isEmpty() || character.charAt(0) < ' ' || character.charAt(0) == 0x7f) {
      return Optional.empty();
    }
    if (held.control() && !held.alt()) {
      return Optional.empty();
    }
    // Control and Alt together are AltGr on some keyboards: the character itself is meant.
    boolean meta = held.alt() && !held.control();
    return Optional.of(bytes(meta ? ESC + character : character));
  }

  /// Bytes for pasted text: line ends become what Enter sends.
  static byte[] pasted(String text) {
    return bytes(text.replace("\r\n", "\r").replace('\n', '\r'));
  }

  private static Optional<String> special(KeyCode key, Held held) {
    return switch (key) {
      case ENTER -> Optional.of(meta(held, "\r"));
      case TAB -> Optional.of(held.shift() ? ESC + "[Z" : meta(held, "\t"));
      case BACK_SPACE -> Optional.of(meta(held, held.control() ? "\b" : "\u007f"));
      case ESCAPE -> Optional.of(meta(held, ESC));
      case UP, KP_UP -> letter(held, 'A');
      case DOWN, KP_DOWN -> letter(held, 'B');
      case RIGHT, KP_RIGHT -> letter(held, 'C');
      case LEFT, KP_LEFT -> letter(held, 'D');
      case HOME -> letter(held, 'H');
      case END -> letter(held, 'F');
      case INSERT -> number(held, 2);
      case DELETE -> number(held, 3);
      case PAGE_UP -> number(held, 5);
      case PAGE_DOWN -> number(held, 6);
      default -> function(key, held);
    };
  }

  private static Optional<String> function(KeyCode key, Held held) {
    return switch (key) {
      case F1 -> programmable(held, 'P');
      case F2 -> programmable(held, 'Q');
      case F3 -> programmable(held, 'R');
      case F4 -> programmable(held, 'S');
      case F5 -> number(held, 15);
      case F6 -> number(held, 17);
      case F7 -> number(held, 18);
      case F8 -> number(held, 19);
      case F9 -> number(held, 20);
      case F10 -> number(held, 21);
      case F11 -> number(held, 23);
      case F12 -> number(held, 24);
      default -> Optional.empty();
    };
  }

  private static Optional<String> controlled(KeyCode key, Held held) {
    if (!held.control()) {
      return Optional.empty();
    }
    if (key.isLetterKey()) {
      char code = (char) (key.getName().charAt(0) - 'A' + 1);
      return Optional.of(meta(held, String.valueOf(code)));
    }
    return switch (key) {
      case SPACE, DIGIT2 -> Optional.of(meta(held, "\0"));
      case OPEN_BRACKET, DIGIT3 -> Optional.of(meta(held, ESC));
      case BACK_SLASH, DIGIT4 -> Optional.of(meta(held, "\u001c"));
      case CLOSE_BRACKET, DIGIT5 -> Optional.of(meta(held, "\u001d"));
      case DIGIT6 -> Optional.of(meta(held, "\u001e"));
      case SLASH, MINUS, DIGIT7 -> Optional.of(meta(held, "\u001f"));
      case DIGIT8 -> Optional.of(meta(held, "\u007f"));
      default -> Optional.empty();
    };
  }

  private static Optional<String> letter(Held held, char letter) {
    return Optional.of(held.none() ? ESC + "[" + letter : ESC + "[1;" + held.number() + letter);
  }

  private static Optional<String> programmable(Held held, char letter) {
    return held.none() ? Optional.of(ESC + "O" + letter) : letter(held, letter);
  }

  private static Optional<String> number(Held held, int number) {
    String modifiers = held.none() ? "" : ";" + held.number();
    return Optional.of(ESC + "[" + number + modifiers + "~");
  }

  private static String meta(Held held, String text) {
    return held.alt() ? ESC + text : text;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
