// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// Follows an escape sequence to its end. Only control sequences (`ESC [`) mean anything to us; all
/// others, above all those that retitle, resize, copy or ask for an answer, are swallowed whole and
/// never answered. Layout: ECMA-48, and Paul Williams' state diagram of the VT500.
final class EscapeSequence {

  /// What a byte did to the sequence.
  enum Step {
    /// Swallowed; the sequence goes on.
    MORE,
    /// Swallowed; the sequence is over and means nothing.
    DONE,
    /// A control sequence is complete: see [#command] and [#parameters].
    COMMAND,
    /// The sequence broke off and the byte is not a part of it.
    BROKEN,
    /// A control byte that acts as if there were no sequence around it.
    CONTROL
  }

  private enum State {
    NONE,
    ESCAPE,
    INTERMEDIATE,
    CONTROL_SEQUENCE,
    STRING,
    STRING_ESCAPE
  }

  /// A string that a guest begins and never ends hides no more than this.
  private static final int LONGEST = 4_096;

  private static final int BEL = 0x07;
  private static final int CAN = 0x18;
  private static final int SUB = 0x1a;
  private static final int ESC = 0x1b;

  private final Parameters parameters = new Parameters();
  private State state = State.NONE;
  private int taken;
  private boolean known;
  private int command;

  /// True inside a sequence.
  boolean active() {
    return state != State.NONE;
  }

  /// Begins a sequence; its `ESC` was read.
  void begin() {
    state = State.ESCAPE;
    taken = 0;
  }

  /// Final byte of the complete control sequence.
  int command() {
    return command;
  }

  Parameters parameters() {
    return parameters;
  }

  Step accept(int octet) {
    if (octet == CAN || octet == SUB) {
      return end(Step.DONE);
    }
    if (++taken > LONGEST) {
      return end(Step.BROKEN);
    }
    if (octet == ESC && state != State.STRING) {
      begin();
      return Step.MORE;
    }
    return switch (state) {
      case NONE -> Step.BROKEN;
      case ESCAPE -> escape(octet);
      case INTERMEDIATE -> intermediate(octet);
      case CONTROL_SEQUENCE -> controlSequence(octet);
      case STRING -> string(octet);
      case STRING_ESCAPE -> stringEscape(octet);
    };
  }

  private Step escape(int octet) {
    return switch (octet) {
      case '[' -> {
        state = State.CONTROL_SEQUENCE;
        parameters.clear();
        known = true;
        yield Step.MORE;
      }
      // Device control, start of string, operating system command, privacy message, application.
      case 'P', 'X', ']', '^', '_' -> {
        state = State.STRING;
        yield Step.MORE;
      }
      default -> intermediate(octet);
    };
  }

  private Step intermediate(int octet) {
    if (octet < 0x20) {
      return Step.CONTROL;
    }
    if (octet <= 0x2f) {
      state = State.INTERMEDIATE;
      return Step.MORE;
    }
    return end(octet <= 0x7f ? Step.DONE : Step.BROKEN);
  }

  private Step controlSequence(int octet) {
    if (octet < 0x20) {
      return Step.CONTROL;
    }
    if (octet >= 0x80) {
      return end(Step.BROKEN);
    }
    if (octet >= '0' && octet <= '9') {
      parameters.digit(octet - '0');
    } else if (octet == ';' || octet == ':') {
      parameters.next(octet == ':');
    } else if (octet >= 0x40 && octet <= 0x7e) {
      command = octet;
      return end(known ? Step.COMMAND : Step.DONE);
    } else if (octet != 0x7f) {
      // A private or intermediate byte makes it a sequence that we do not know.
      known = false;
    }
    return Step.MORE;
  }

  private Step string(int octet) {
    if (octet == ESC) {
      state = State.STRING_ESCAPE;
      return Step.MORE;
    }
    if (octet == BEL) {
      return end(Step.DONE);
    }
    // No title holds a line end: rather show what follows than let a stray byte hide a crash.
    return octet == '\n' ? end(Step.BROKEN) : Step.MORE;
  }

  private Step stringEscape(int octet) {
    if (octet == '\\') {
      return end(Step.DONE);
    }
    begin();
    return accept(octet);
  }

  private Step end(Step step) {
    state = State.NONE;
    return step;
  }
}
