// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

/// Small cuts in a text that keep its line ends, for the editing classes beside it.
final class Splice {

  private Splice() {}

  static String replace(String text, int from, int to, String with) {
    return text.substring(0, from) + with + text.substring(to);
  }

  static String insert(String text, int at, String added) {
    return replace(text, at, at, added);
  }

  /// The line end that the text uses.
  static String newline(String text) {
    int first = text.indexOf('\n');
    return first > 0 && text.charAt(first - 1) == '\r' ? "\r\n" : "\n";
  }

  static int lineStart(String text, int at) {
    return text.lastIndexOf('\n', at - 1) + 1;
  }

  /// The offset after the line's end.
  static int nextLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end + 1;
  }

  /// The spaces that the line of `at` begins with.
  static String indent(String text, int at) {
    int start = lineStart(text, at);
    int end = start;
    while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
      end++;
    }
    return text.substring(start, end);
  }

  /// True where only spaces stand before `at` on its line.
  static boolean firstOnLine(String text, int at) {
    return text.substring(lineStart(text, at), at).isBlank();
  }

  /// True where only spaces or a comment stand from `at` to a line end.
  static boolean lastOnLine(String text, int at) {
    int end = nextLine(text, at);
    var rest = text.substring(at, end).strip();
    return text.startsWith("\n", end - 1) && (rest.isEmpty() || rest.startsWith("#"));
  }

  /// The offset of the comma that follows a value, comments in between skipped; -1 for none.
  static int comma(String text, int at) {
    for (int i = at; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',') {
        return i;
      }
      if (c == '#') {
        i = nextLine(text, i) - 1;
      } else if (!Character.isWhitespace(c)) {
        return -1;
      }
    }
    return -1;
  }
}
