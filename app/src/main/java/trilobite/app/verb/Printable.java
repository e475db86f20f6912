// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

/// Makes text from a guest harmless for a terminal: control characters become `\xNN`.
final class Printable {
  private Printable() {}

  static String of(String text) {
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  private static void append(StringBuilder out, int c) {
    // C0 and C1 controls and the bidirectional overrides that can make a line read backwards.
    boolean control = Character.isISOControl(c) && c != '\t' && c != '\n';
    boolean direction = (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
    if (control) {
      out.append(String.format("\\x%02x", c));
    } else if (direction) {
      out.append(String.format("\\u%04x", c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
