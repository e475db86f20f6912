// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.Locale;
import java.util.Optional;

/// How serious a line says it is, read from the words that logs use. A guess by wording, made for
/// tints, counts and filters: nothing else depends on it.
public enum Level {
  NONE,
  DEBUG,
  INFO,
  WARN,
  ERROR;

  /// Levels stand near the beginning of a line.
  private static final int LOOK_AT = 160;

  private static final int LONGEST_WORD = 9;

  /// The level a person would type, such as `warn`, `warning` or `error`.
  public static Optional<Level> named(String word) {
    Level level = ofWord(word.toLowerCase(Locale.ROOT));
    return level == NONE ? Optional.empty() : Optional.of(level);
  }

  /// The level of a line. A level word counts as the line's first word outside brackets, before a
  /// colon, or alone in brackets; and in `Kernel panic`.
  static Level of(String text) {
    int limit = Math.min(text.length(), LOOK_AT);
    int words = 0;
    int depth = 0;
    int i = 0;
    while (i < limit) {
      char c = text.charAt(i);
      if (letter(c)) {
        int start = i;
        while (i < limit && letter(text.charAt(i))) {
          i++;
        }
        Level level = i - start <= LONGEST_WORD ? at(text, start, i, words) : NONE;
        if (level != NONE) {
          return level;
        }
        words += depth > 0 ? 0 : 1;
      } else {
        depth = c == '[' || c == '<' ? depth + 1 : c == ']' || c == '>' ? 0 : depth;
        i++;
      }
    }
    return NONE;
  }

  private static Level at(String text, int start, int end, int words) {
    char before = start > 0 ? text.charAt(start - 1) : ' ';
    char after = end < text.length() ? text.charAt(end) : ' ';
    boolean bracketed = "[<(".indexOf(before) >= 0 && "]>)".indexOf(after) >= 0;
    boolean named = after == ':' || before == '=';
    // Logs begin at the margin; what is indented is text, such as a list of commands.
    boolean margin = text.charAt(0) != ' ' && text.charAt(0) != '\t';
    boolean leading = words == 0 && margin && before != '/' && (after == ' ' || after == '\t');
    boolean kernels = words == 1 && text.startsWith("panic", start);
    if (!bracketed && !named && !leading && !kernels) {
      return NONE;
    }
    return ofWord(text.substring(start, end).toLowerCase(Locale.ROOT));
  }

  private static Level ofWord(String word) {
    return switch (word) {
      case "trace", "debug", "dbg", "verbose" -> DEBUG;
      case "info", "notice", "note" -> INFO;
      case "warn", "warning" -> WARN;
      case "err", "error", "crit", "critical", "alert", "emerg", "fatal", "panic", "assert" ->
          ERROR;
      default -> NONE;
    };
  }

  private static boolean letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
