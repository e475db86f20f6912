// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.Optional;
import java.util.function.Consumer;

/// Turns the bytes of a serial console into lines. However the bytes are cut into calls, the lines
/// are the same. Nothing that a guest sends makes it fail, answer, or keep more than one line of at
/// most [#LONGEST_LINE] columns.
///
/// It is no screen: a carriage return and the sequences that move within a line write over it, as
/// progress displays expect; those that move to another line begin a new one, so that nothing that
/// was shown is lost. One thread at a time.
public final class ConsoleParser {

  /// Columns after which a line is cut and goes on in the next one.
  public static final int LONGEST_LINE = 16_384;

  private final Consumer<? super ConsoleLine> lines;
  private final LineBuffer buffer = new LineBuffer(LONGEST_LINE);
  private final EscapeSequence escape = new EscapeSequence();
  private final Utf8 utf8 = new Utf8();
  private int style;
  private long position;
  private long lineStart;

  /// @param offset where the first byte lies in the log
  /// @param lines called with each line that has ended, in order, from within [#accept]
  public ConsoleParser(long offset, Consumer<? super ConsoleLine> lines) {
    this.lines = lines;
    position = offset;
    lineStart = offset;
  }

  /// Takes the next bytes, from `from` up to but without `to`.
  public void accept(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      at = escape.active() || utf8.pending() ? slow(bytes, at) : fast(bytes, at, to);
    }
  }

  /// Offset after the last byte taken.
  public long position() {
    return position;
  }

  /// What was written since the last line end, such as a prompt; empty where there is nothing.
  public Optional<ConsoleLine> open() {
    return buffer.empty()
        ? Optional.empty()
        : Optional.of(buffer.line(lineStart, position, ConsoleLine.End.OPEN));
  }

  private int fast(byte[] bytes, int from, int to) {
    int end = from;
    while (end < to && bytes[end] >= 0x20 && bytes[end] < 0x7f) {
      end++;
    }
    if (end == from) {
      return slow(bytes, from);
    }
    cutIfFull();
    int taken = buffer.put(bytes, from, end, style);
    position += taken;
    return from + taken;
  }

  private int slow(byte[] bytes, int at) {
    int octet = bytes[at] & 0xff;
    if (utf8.pending() || (octet >= 0x80 && !escape.active())) {
      return decode(octet, at);
    }
    position++;
    if (escape.active()) {
      escape(octet);
    } else {
      control(octet);
    }
    return at + 1;
  }

  private int decode(int octet, int at) {
    int codePoint = utf8.accept(octet);
    if (codePoint == Utf8.BROKEN) {
      character(Utf8.REPLACEMENT);
      return at;
    }
    position++;
    if (codePoint != Utf8.PENDING) {
      character(codePoint);
    }
    return at + 1;
  }

  private void escape(int octet) {
    switch (escape.accept(octet)) {
      case MORE, DONE -> {}
      case COMMAND -> command(escape.command(), escape.parameters());
      case CONTROL -> control(octet);
      case BROKEN -> {
        if (octet >= 0x80) {
          position--;
          decode(octet, 0);
        } else {
          control(octet);
        }
      }
    }
  }

  private void control(int octet) {
    switch (octet) {
      case '\n', 0x0b, 0x0c -> newline();
      case '\r' -> buffer.home();
      case '\b' -> buffer.column(buffer.column() - 1);
      case '\t' -> {
        cutIfFull();
        buffer.tab();
      }
      case 0x1b -> escape.begin();
      default -> {
        if (octet >= 0x20 && octet != 0x7f) {
          character(octet);
        }
      }
    }
  }

  private void character(int codePoint) {
    // The upper control characters are as harmless as the lower ones: not there.
    if (codePoint >= 0x80 && codePoint <= 0x9f) {
      return;
    }
    cutIfFull();
    buffer.put(CellWidth.deceptive(codePoint) ? Utf8.REPLACEMENT : codePoint, style);
  }

  private void command(int command, Parameters numbers) {
    int column = buffer.column();
    int count = Math.max(1, numbers.get(0, 1));
    switch (command) {
      case 'm' -> style = Sgr.apply(style, numbers);
      case 'C', 'a' -> buffer.column(column + count);
      case 'D' -> buffer.column(column - count);
      case 'G', '`' -> buffer.column(count - 1);
      case 'P' -> buffer.delete(count);
      case '@' -> buffer.insert(count);
      case 'X' -> buffer.blank(column, column + count);
      case 'K' -> erase(numbers.get(0, 0), column);
      case 'J' -> {
        if (numbers.get(0, 0) == 0) {
          buffer.eraseFrom(column);
        }
      }
      case 'H', 'f' -> elsewhere(numbers.get(1, 1) - 1);
      case 'A', 'B', 'd', 'e' -> elsewhere(column);
      case 'E', 'F' -> elsewhere(0);
      default -> {}
    }
  }

  private void erase(int part, int column) {
    switch (part) {
      case 0 -> buffer.eraseFrom(column);
      case 1 -> buffer.blank(0, column + 1);
      case 2 -> buffer.eraseFrom(0);
      default -> {}
    }
  }

  private void elsewhere(int column) {
    if (!buffer.empty()) {
      newline();
    }
    buffer.column(column);
  }

  private void newline() {
    finish(ConsoleLine.End.NEWLINE);
  }

  private void cutIfFull() {
    if (buffer.full()) {
      finish(ConsoleLine.End.CUT);
    }
  }

  private void finish(ConsoleLine.End end) {
    lines.accept(buffer.line(lineStart, position, end));
    buffer.clear();
    lineStart = position;
  }
}
