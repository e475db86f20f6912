// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Keeps lines as bytes in large pages, in the order in which they came, and lets go of the oldest.
/// A hundred thousand lines are four times as many objects, which a collector that finds them alive
/// copies while everything waits; pages are few, and used again.
///
/// A record: offset and end offset (64-bit), kind of end, level and width of characters (a byte
/// each), number of characters and of run words (32-bit), the characters, the run words.
final class LinePages {

  static final int PAGE = 256 << 10;

  private static final int HEADER = 27;

  /// By the numbers that [#number] gives them.
  private static final ConsoleLine.End[] ENDS = {
    ConsoleLine.End.NEWLINE, ConsoleLine.End.CUT, ConsoleLine.End.OPEN
  };

  private static final Level[] LEVELS = {
    Level.NONE, Level.DEBUG, Level.INFO, Level.WARN, Level.ERROR
  };

  private final List<Page> pages = new ArrayList<>();
  private Optional<Page> spare = Optional.empty();
  private int firstPage;

  private static final class Page {
    private final byte[] bytes;
    private final ByteBuffer buffer;

    Page(int size) {
      bytes = new byte[size];
      buffer = ByteBuffer.wrap(bytes);
    }
  }

  /// Keeps a line and returns where: page in the upper half, offset in the lower.
  long add(ConsoleLine line) {
    String text = line.text();
    int[] runs = line.packedRuns();
    var page = room(HEADER + 2 * text.length() + Integer.BYTES * runs.length);
    var to = page.buffer;
    int at = to.position();
    to.putLong(line.offset()).putLong(line.endOffset());
    to.put(number(line.end())).put(number(line.level()));
    boolean narrow = narrow(page.bytes, at + HEADER, text);
    to.put((byte) (narrow ? 1 : 2)).putInt(text.length()).putInt(runs.length);
    if (narrow) {
      to.position(to.position() + text.length());
    } else {
      to.asCharBuffer().put(text);
      to.position(to.position() + 2 * text.length());
    }
    to.asIntBuffer().put(runs);
    to.position(to.position() + Integer.BYTES * runs.length);
    return ((long) (firstPage + pages.size() - 1) << Integer.SIZE) | at;
  }

  /// Writes the characters a byte each; false, with anything written, where one needs more.
  private static boolean narrow(byte[] bytes, int at, String text) {
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      all |= c;
      bytes[at + i] = (byte) c;
    }
    return all <= 0xff;
  }

  private Page room(int most) {
    if (pages.isEmpty() || pages.getLast().buffer.remaining() < most) {
      boolean large = most > PAGE;
      pages.add(large || spare.isEmpty() ? new Page(Math.max(PAGE, most)) : spare.get());
      spare = large ? spare : Optional.empty();
    }
    return pages.getLast();
  }

  ConsoleLine line(long place) {
    var page = page(place);
    int at = (int) place;
    var from = page.buffer.duplicate().limit(page.bytes.length).position(at + HEADER);
    int length = characters(place);
    int[] runs = new int[from.getInt(at + 23)];
    String text;
    if (from.get(at + 18) == 1) {
      text = new String(page.bytes, at + HEADER, length, StandardCharsets.ISO_8859_1);
      from.position(at + HEADER + length);
    } else {
      text = from.asCharBuffer().limit(length).toString();
      from.position(at + HEADER + 2 * length);
    }
    from.asIntBuffer().get(runs);
    var end = ENDS[from.get(at + 16)];
    return new ConsoleLine(text, runs, from.getLong(at), from.getLong(at + 8), end);
  }

  Level level(long place) {
    return LEVELS[page(place).buffer.get((int) place + 17)];
  }

  int characters(long place) {
    return page(place).buffer.getInt((int) place + 19);
  }

  /// Lets go of the pages before the line that is now the oldest.
  void forgetBefore(long place) {
    for (int gone = (int) (place >>> Integer.SIZE) - firstPage; gone > 0; gone--) {
      forget();
    }
  }

  void clear() {
    while (!pages.isEmpty()) {
      forget();
    }
  }

  private void forget() {
    var page = pages.removeFirst();
    firstPage++;
    if (page.bytes.length == PAGE) {
      page.buffer.clear();
      spare = Optional.of(page);
    }
  }

  private Page page(long place) {
    return pages.get((int) (place >>> Integer.SIZE) - firstPage);
  }

  private static byte number(ConsoleLine.End end) {
    return switch (end) {
      case NEWLINE -> 0;
      case CUT -> 1;
      case OPEN -> 2;
    };
  }

  private static byte number(Level level) {
    return switch (level) {
      case NONE -> 0;
      case DEBUG -> 1;
      case INFO -> 2;
      case WARN -> 3;
      case ERROR -> 4;
    };
  }
}
