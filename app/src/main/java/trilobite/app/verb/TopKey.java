// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.Map;

/// A key as a terminal sends it.
///
/// @param character what was typed, or 0
record TopKey(Name name, int character) {

  private static final int ESCAPE = 0x1b;
  private static final long REST_MILLIS = 40;
  private static final int LONGEST = 8;

  /// Keys that have no character.
  enum Name {
    CHARACTER,
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
    F1,
    F3,
    F4,
    F5,
    F6,
    F9,
    F10,
    ENTER,
    BACKSPACE,
    ESCAPE,
    LEAVE,
    /// Nothing came in time.
    NONE,
    /// One that means nothing here.
    UNKNOWN
  }

  /// What xterm, the Linux console, screen and rxvt send after the escape character.
  private static final Map<String, Name> SEQUENCES =
      Map.ofEntries(
          Map.entry("[A", Name.UP),
          Map.entry("OA", Name.UP),
          Map.entry("[B", Name.DOWN),
          Map.entry("OB", Name.DOWN),
          Map.entry("[5~", Name.PAGE_UP),
          Map.entry("[6~", Name.PAGE_DOWN),
          Map.entry("[H", Name.HOME),
          Map.entry("OH", Name.HOME),
          Map.entry("[1~", Name.HOME),
          Map.entry("[7~", Name.HOME),
          Map.entry("[F", Name.END),
          Map.entry("OF", Name.END),
          Map.entry("[4~", Name.END),
          Map.entry("[8~", Name.END),
          Map.entry("OP", Name.F1),
          Map.entry("[11~", Name.F1),
          Map.entry("[[A", Name.F1),
          Map.entry("OR", Name.F3),
          Map.entry("[13~", Name.F3),
          Map.entry("[[C", Name.F3),
          Map.entry("OS", Name.F4),
          Map.entry("[14~", Name.F4),
          Map.entry("[[D", Name.F4),
          Map.entry("[15~", Name.F5),
          Map.entry("[[E", Name.F5),
          Map.entry("[17~", Name.F6),
          Map.entry("[20~", Name.F9),
          Map.entry("[21~", Name.F10));

  /// Gives the next character, -1 at the end, -2 where none came in time.
  @FunctionalInterface
  interface Characters {
    int read(long millis) throws IOException;
  }

  /// Waits for the next key, at most so long.
  static TopKey read(Characters from, long millis) throws IOException {
    int c = from.read(millis);
    return switch (c) {
      case -2 -> new TopKey(Name.NONE, 0);
      case -1, 3 -> new TopKey(Name.LEAVE, 0);
      case '\r', '\n' -> new TopKey(Name.ENTER, 0);
      case 8, 127 -> new TopKey(Name.BACKSPACE, 0);
      case ESCAPE -> sequence(from);
      default -> new TopKey(Name.CHARACTER, c);
    };
  }

  private static TopKey sequence(Characters from) throws IOException {
    var sequence = new StringBuilder();
    while (sequence.length() < LONGEST) {
      int c = from.read(REST_MILLIS);
      if (c < 0) {
        break;
      }
      sequence.append((char) c);
      var name = SEQUENCES.get(sequence.toString());
      if (name != null) {
        return new TopKey(name, 0);
      }
      boolean begun = sequence.length() == 1 || (sequence.length() == 2 && c == '[');
      if (!begun && c >= '@' && c <= '~') {
        return new TopKey(Name.UNKNOWN, 0);
      }
    }
    return new TopKey(sequence.isEmpty() ? Name.ESCAPE : Name.UNKNOWN, 0);
  }
}
