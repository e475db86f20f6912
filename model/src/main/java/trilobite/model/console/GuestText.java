// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// Makes text that a guest chose safe to print on a person's terminal.
public final class GuestText {

  private static final int DEL = 0x7f;
  private static final int LAST_CONTROL = 0x9f;

  private GuestText() {}

  /// The text with every control, reordering and invisible character written out, such as `\e[2J`
  /// or `\u202e`. Line feeds and tabs stay.
  public static String visible(String text) {
    int at = 0;
    while (at < text.length() && harmless(text.codePointAt(at))) {
      at += Character.charCount(text.codePointAt(at));
    }
    if (at == text.length()) {
      return text;
    }
    var shown = new StringBuilder(text.length() + 16).append(text, 0, at);
    text.codePoints().skip(text.codePointCount(0, at)).forEach(c -> append(shown, c));
    return shown.toString();
  }

  private static void append(StringBuilder shown, int codePoint) {
    if (harmless(codePoint)) {
      shown.appendCodePoint(codePoint);
    } else if (codePoint == 0x1b) {
      shown.append("\\e");
    } else if (codePoint == '\r') {
      shown.append("\\r");
    } else if (codePoint <= 0xff) {
      shown.append("\\x").append(String.format("%02x", codePoint));
    } else {
      shown.append("\\u").append(String.format("%04x", codePoint));
    }
  }

  private static boolean harmless(int codePoint) {
    if (codePoint < ' ') {
      return codePoint == '\n' || codePoint == '\t';
    }
    if (codePoint >= DEL && codePoint <= LAST_CONTROL) {
      return false;
    }
    return !CellWidth.deceptive(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
  }
}
