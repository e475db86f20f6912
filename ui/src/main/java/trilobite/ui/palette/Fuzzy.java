// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/// Matches what was typed against a name: all its letters, in order. Pure.
public final class Fuzzy {

  private static final int START = 24;
  private static final int WORD = 12;
  private static final int RUN = 8;
  private static final int GAP = 1;
  private static final int MOST_GAP = 6;

  private Fuzzy() {}

  /// How well `query` fits `text`, more is better; absent where it does not. Blanks in the query
  /// are passed over.
  public static OptionalInt score(String query, String text) {
    var wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
    if (wanted.isEmpty()) {
      return OptionalInt.of(0);
    }
    var lower = text.toLowerCase(Locale.ROOT);
    int best = Integer.MIN_VALUE;
    for (int at = lower.indexOf(wanted.charAt(0)); at >= 0; ) {
      best = Math.max(best, from(wanted, text, lower, at));
      at = lower.indexOf(wanted.charAt(0), at + 1);
    }
    return best == Integer.MIN_VALUE
        ? OptionalInt.empty()
        : OptionalInt.of(best - text.length() / 8);
  }

  /// How well `query` fits the beginning of one of some names, which commas part; absent where it
  /// fits none. A name is not guessed at from letters here and there: it stands for something else.
  public static OptionalInt named(String query, String names) {
    var wanted = query.toLowerCase(Locale.ROOT);
    return wanted.isEmpty()
        ? OptionalInt.empty()
        : Arrays.stream(names.toLowerCase(Locale.ROOT).split(","))
            .map(String::strip)
            .filter(name -> name.startsWith(wanted))
            .mapToInt(name -> score(wanted, name).orElseThrow())
            .max();
  }

  /// The score of taking each letter at its first place from `start` on.
  private static int from(String wanted, String text, String lower, int start) {
    int score = 0;
    int last = start - 1;
    for (int i = 0; i < wanted.length(); i++) {
      int at = lower.indexOf(wanted.charAt(i), last + 1);
      if (at < 0) {
        return Integer.MIN_VALUE;
      }
      score += at == 0 ? START : wordStart(text, at) ? WORD : 0;
      if (i > 0) {
        score += at == last + 1 ? RUN : -Math.min(MOST_GAP, GAP * (at - last - 1));
      }
      last = at;
    }
    return score;
  }

  private static boolean wordStart(String text, int at) {
    char before = text.charAt(at - 1);
    char here = text.charAt(at);
    return !Character.isLetterOrDigit(before)
        || (Character.isLowerCase(before) && Character.isUpperCase(here));
  }
}
