// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.util.Locale;

/// A line of a Kconfig file: its word, and what follows that.
///
/// @param indent columns before the word, a tab to the next multiple of eight
/// @param rest without blanks around it
record KconfigLine(int indent, String word, String rest) {

  private static final int TAB = 8;

  static KconfigLine of(String text) {
    int indent = 0;
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      indent = text.charAt(at) == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
      at++;
    }
    int end = at;
    while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
      end++;
    }
    var word = text.substring(at, end);
    var rest = text.substring(end).strip();
    // As kconfig-language.rst allows, a quote may follow its word at once.
    int quote = word.indexOf('"');
    return quote > 0
        ? new KconfigLine(
            indent, word.substring(0, quote), (word.substring(quote) + " " + rest).strip())
        : new KconfigLine(indent, word.toLowerCase(Locale.ROOT), rest);
  }

  boolean blank() {
    return word.isEmpty();
  }

  /// The text in quotes that the rest begins with; empty where it begins with none.
  String quoted() {
    if (rest.isEmpty() || (rest.charAt(0) != '"' && rest.charAt(0) != '\'')) {
      return "";
    }
    char quote = rest.charAt(0);
    var text = new StringBuilder();
    for (int i = 1; i < rest.length() && rest.charAt(i) != quote; i++) {
      if (rest.charAt(i) == '\\' && i + 1 < rest.length()) {
        i++;
      }
      text.append(rest.charAt(i));
    }
    return text.toString();
  }
}
