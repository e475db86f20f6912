// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/// Key combinations as JavaFX reads them, such as `Shortcut+Shift+B`, and as people do.
public final class Keys {

  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

  private static final Map<String, String> NAMES =
      Map.of(
          "SHORTCUT", MAC ? "Cmd" : "Ctrl",
          "ENTER", "Enter",
          "COMMA", ",",
          "BACK_QUOTE", "`",
          "LEFT", "←",
          "RIGHT", "→",
          "ESCAPE", "Esc",
          "PAGE_UP", "PgUp",
          "PAGE_DOWN", "PgDn");

  private Keys() {}

  /// Reads a combination. Keys are named as by [KeyCode], such as `PAGE_UP`, or as JavaFX shows
  /// them, such as `Page Up`.
  ///
  /// @throws IllegalArgumentException where the text is none
  public static KeyCombination read(String text) {
    int main = text.lastIndexOf('+') + 1;
    try {
      return KeyCombination.valueOf(text.substring(0, main) + name(text.substring(main)));
    } catch (RuntimeException unknown) {
      throw new IllegalArgumentException("“" + text + "” is no key combination", unknown);
    }
  }

  /// The name by which [KeyCombination#valueOf] knows a key. It takes every other word for a
  /// character that no key ever types, and the combination would never match.
  private static String name(String key) {
    if (key.length() < 2 || KeyCode.getKeyCode(key) != null) {
      return key;
    }
    return KeyCode.valueOf(key.toUpperCase(Locale.ROOT)).getName();
  }

  /// As people read it, such as `Ctrl+Shift+B`; empty for empty.
  public static String shown(String text) {
    return Arrays.stream(text.split("\\+"))
        .map(part -> NAMES.getOrDefault(part.toUpperCase(Locale.ROOT), part))
        .collect(Collectors.joining("+"));
  }

  /// True where both texts mean the same keys.
  static boolean same(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && read(one).equals(read(other));
  }
}
