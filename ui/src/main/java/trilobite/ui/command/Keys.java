// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCombination;

/// Key combinations as JavaFX reads them, such as `Shortcut+Shift+B`, and as people do.
public final class Keys {

  private static final boolean MAC =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");

  private static final Map<String, String> NAMES =
      Map.of(
          "SHORTCUT", MAC ? "Cmd" : "Ctrl",
          "COMMA", ",",
          "BACK_QUOTE", "`",
          "LEFT", "←",
          "RIGHT", "→",
          "ESCAPE", "Esc");

  private Keys() {}

  /// Reads a combination.
  ///
  /// @throws IllegalArgumentException where the text is none
  public static KeyCombination read(String text) {
    try {
      return KeyCombination.valueOf(text);
    } catch (RuntimeException unknown) {
      throw new IllegalArgumentException("“" + text + "” is no key combination", unknown);
    }
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
