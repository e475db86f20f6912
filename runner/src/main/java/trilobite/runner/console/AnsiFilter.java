// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

/// Leaves escape sequences out of a byte stream, whatever reads they are spread over. Knows their
/// shapes as ECMA-48 gives them: `ESC [ … final`, strings (`ESC ]`, `P`, `X`, `^`, `_`) up to `BEL`
/// or `ESC \`, and two-byte ones. An unfinished sequence ends after a bounded length.
final class AnsiFilter {

  private static final int LONGEST = 4096;
  private static final int ESC = 0x1b;
  private static final int BEL = 0x07;

  private State state = State.TEXT;
  private int length;

  private enum State {
    TEXT,
    ESCAPE,
    CONTROL,
    STRING,
    STRING_ESCAPE
  }

  /// True where the byte is text; line feeds are, other control bytes are not.
  boolean text(int b) {
    if (state != State.TEXT && ++length > LONGEST) {
      state = State.TEXT;
    }
    switch (state) {
      case TEXT -> {
        if (b == ESC) {
          start(State.ESCAPE);
        }
        return (b >= ' ' && b != 0x7f) || b == '\n' || b == '\t';
      }
      case ESCAPE -> state = afterEscape(b);
      case CONTROL -> state = b >= 0x40 && b <= 0x7e ? State.TEXT : State.CONTROL;
      case STRING -> {
        if (b == BEL) {
          state = State.TEXT;
        } else if (b == ESC) {
          state = State.STRING_ESCAPE;
        }
      }
      case STRING_ESCAPE -> state = b == '\\' ? State.TEXT : State.STRING;
    }
    return false;
  }

  private void start(State next) {
    state = next;
    length = 0;
  }

  private static State afterEscape(int b) {
    return switch (b) {
      case '[' -> State.CONTROL;
      case ']', 'P', 'X', '^', '_' -> State.STRING;
      // Intermediate bytes such as in `ESC ( B`; the next one ends it.
      case ' ', '#', '%', '(', ')', '*', '+' -> State.ESCAPE;
      default -> State.TEXT;
    };
  }
}
