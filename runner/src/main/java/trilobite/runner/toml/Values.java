// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.List;
import java.util.Map;
import org.tomlj.Toml;

/// TOML's four kinds of strings: where one ends, and how values are written.
final class Values {

  private Values() {}

  /// The offset after the string that begins at `at`.
  static int end(String text, int at) {
    char quote = text.charAt(at);
    var triple = Character.toString(quote).repeat(3);
    if (!text.startsWith(triple, at)) {
      return close(text, at + 1, Character.toString(quote), quote == '"');
    }
    int end = close(text, at + 3, triple, quote == '"');
    // Up to two quotes may stand right before the closing three.
    for (int i = 0; i < 2 && end < text.length() && text.charAt(end) == quote; i++) {
      end++;
    }
    return end;
  }

  private static int close(String text, int from, String quotes, boolean escapes) {
    for (int i = from; i < text.length(); i++) {
      if (escapes && text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith(quotes, i)) {
        return i + quotes.length();
      }
    }
    throw new IllegalArgumentException("a string does not end");
  }

  /// Writes a value; a string keeps the literal quotes that `before` had, where it can.
  static String write(Object value, String before) {
    return switch (value) {
      case String s when before.startsWith("'") && !before.startsWith("'''") && literal(s) ->
          "'" + s + "'";
      case String s -> '"' + basic(s) + '"';
      case Long n -> n.toString();
      case Integer n -> n.toString();
      case Boolean b -> b.toString();
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(item -> write(item, "")).toList()) + "]";
      case Map<?, ?> map -> inline(map);
      case Object other ->
          throw new IllegalArgumentException(
              "a value of type " + other.getClass().getSimpleName() + " cannot be written");
    };
  }

  private static String inline(Map<?, ?> map) {
    var entries =
        map.entrySet().stream()
            .map(e -> key((String) e.getKey()) + " = " + write(e.getValue(), ""))
            .toList();
    return entries.isEmpty() ? "{ }" : "{ " + String.join(", ", entries) + " }";
  }

  private static boolean literal(String text) {
    return text.chars().allMatch(c -> c != '\'' && (c >= 0x20 || c == '\t') && c != 0x7f);
  }

  private static String basic(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (lone(text, i)) {
            out.append("\\uFFFD");
          } else if (c < 0x20 || c == 0x7f) {
            out.append(String.format("\\u%04X", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }

  /// A surrogate without its other half cannot be stored in a UTF-8 file.
  private static boolean lone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  /// One key, quoted only where it must be.
  static String key(String key) {
    return key.matches("[A-Za-z0-9_-]+") ? key : '"' + basic(key) + '"';
  }

  /// A dotted key; array indexes must have been taken out.
  static String dotted(List<String> keys) {
    return String.join(".", keys.stream().map(Values::key).toList());
  }

  /// True where both texts are TOML and mean the same; for checks of edits.
  static boolean sameMeaning(String one, String other) {
    return Toml.equals(Toml.parse(one), Toml.parse(other));
  }
}
