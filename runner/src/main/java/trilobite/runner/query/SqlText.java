// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import trilobite.model.query.QueryException;

/// A query's words with their places, as far as needed to tell one statement from two and to point
/// at a mistake. The lexical rules are those of SQLite's "SQL As Understood By SQLite".
record SqlText(String text, List<Token> tokens) {

  private static final Set<String> BEGINNINGS = Set.of("select", "with", "values", "explain");

  // Comments and blanks are passed over; a string or comment without its end goes to the end.
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<blank>\\s+|--[^\\n]*+|/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?)"
              + "|'(?:[^']|'')*+'?|\"(?:[^\"]|\"\")*+\"?|`[^`]*+`?|\\[[^\\]]*+\\]?"
              + "|[\\p{L}_][\\p{L}\\p{N}_$]*+|\\d[\\p{L}\\p{N}_.]*+|(?s:.)");

  /// A word, number, string or sign.
  record Token(String text, int start) {

    int end() {
      return start + text.length();
    }

    /// What a quoted or bare name names, in lower case.
    String name() {
      var quoted = text.length() > 1 && "\"`[".indexOf(text.charAt(0)) >= 0;
      return (quoted ? text.substring(1, text.length() - 1) : text).toLowerCase(Locale.ROOT);
    }
  }

  static SqlText of(String text) {
    var match = TOKEN.matcher(text);
    var tokens = new java.util.ArrayList<Token>();
    while (match.find()) {
      if (match.group("blank") == null) {
        tokens.add(new Token(match.group(), match.start()));
      }
    }
    return new SqlText(text, List.copyOf(tokens));
  }

  /// The one statement, without what may stand behind it.
  ///
  /// @throws QueryException where it is none, more than one, or one that is no question
  String statement() throws QueryException {
    if (tokens.isEmpty() || tokens.getFirst().text().equals(";")) {
      throw new QueryException("the query is empty");
    }
    var first = tokens.getFirst();
    if (!BEGINNINGS.contains(first.name())) {
      throw new QueryException(
          "a query begins with select, with, values or explain; tables here are only read",
          OptionalInt.of(first.start()));
    }
    for (var i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).text().equals(";")) {
        if (i + 1 < tokens.size()) {
          throw new QueryException(
              "only one statement at a time", OptionalInt.of(tokens.get(i + 1).start()));
        }
        return text.substring(0, tokens.get(i).start());
      }
    }
    return text;
  }

  /// True where the query asks how SQLite would go about it.
  boolean explains() {
    return !tokens.isEmpty() && tokens.getFirst().name().equals("explain");
  }
}
