// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command as one line that can be pasted into a POSIX shell and means the same words, whatever
/// they hold: spaces, quotes, newlines, globs.
public final class ShellLine {

  /// The variable that stands for a run's folder in previews; it stays expandable.
  public static final String RUN = "$RUN";

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

  private ShellLine() {}

  public static String of(List<String> words) {
    return words.stream().map(ShellLine::word).collect(Collectors.joining(" "));
  }

  /// One word, quoted where it must be.
  public static String word(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    if (!word.contains(RUN)) {
      return single(word);
    }
    // Outside of single quotes the variable is expanded; everything else stays literal.
    return List.of(word.split(Pattern.quote(RUN), -1)).stream()
        .map(part -> part.isEmpty() || PLAIN.matcher(part).matches() ? part : single(part))
        .collect(Collectors.joining("\"" + RUN + "\""));
  }

  private static String single(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
