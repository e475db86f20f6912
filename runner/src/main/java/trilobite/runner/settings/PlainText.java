// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads the one shape of JSON in which settings are written: an object of strings. Settings stand
/// in front of the window, and a general reader of JSON takes longer to get ready than the rest of
/// the workbench; whatever has another shape is left to it.
final class PlainText {

  private final String text;
  private int at;

  private PlainText(String text) {
    this.text = text;
  }

  /// The object's members; empty where the text is anything but an object of strings.
  static Optional<Map<String, String>> read(String text) {
    return Optional.ofNullable(new PlainText(text).object());
  }

  private @Nullable Map<String, String> object() {
    var members = new TreeMap<String, String>();
    boolean more = skip('{');
    if (more && skip('}')) {
      return end() ? members : null;
    }
    while (more) {
      var key = string();
      var value = key == null || !skip(':') ? null : string();
      if (key == null || value == null) {
        return null;
      }
      members.put(key, value);
      if (skip('}')) {
        return end() ? members : null;
      }
      more = skip(',');
    }
    return null;
  }

  private boolean end() {
    blanks();
    return at == text.length();
  }

  private boolean skip(char wanted) {
    blanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private @Nullable String string() {
    if (!skip('"')) {
      return null;
    }
    var value = new StringBuilder();
    while (at < text.length()) {
      char next = text.charAt(at++);
      if (next == '"') {
        return value.toString();
      }
      int meant = next == '\\' ? escaped() : next;
      // Control characters stand in JSON only as escapes.
      if (meant < 0 || next < ' ') {
        return null;
      }
      value.append((char) meant);
    }
    return null;
  }

  /// The character that the escape at hand stands for; negative where it stands for none.
  private int escaped() {
    if (at == text.length()) {
      return -1;
    }
    char kind = text.charAt(at++);
    return switch (kind) {
      case '"', '\\', '/' -> kind;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> -1;
    };
  }

  private int unit() {
    int unit = 0;
    for (int end = at + 4; at < end; at++) {
      int digit = at < text.length() ? Character.digit(text.charAt(at), 16) : -1;
      if (digit < 0 || text.charAt(at) > 'f') {
        return -1;
      }
      unit = unit << 4 | digit;
    }
    return unit;
  }
}
