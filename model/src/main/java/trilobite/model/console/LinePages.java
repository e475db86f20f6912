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
  private static final ConsoleLine.End[] ENDS = ConsoleLine.End.values();
  private static final Level[] LEVELS = Level.values();

  private final List<ByteBuffer> pages = new ArrayList<>();
  private Optional<ByteBuffer> spare = Optional.empty();
  private int firstPage;

  /// Keeps a line and returns where: page in the upper half, offset in the lower.
  long add(ConsoleLine line) {
    String text = line.text();
    int[] runs = line.packedRuns();
    var page = room(HEADER + 2 * text.length() + Integer.BYTES * runs.length);
    int at = page.position();
    page.putLong(line.offset()).putLong(line.endOffset());
    page.put((byte) line.end().ordinal()).put((byte) line.level().ordinal());
    boolean narrow = narrow(page, at + HEADER, text);
    page.put((byte) (narrow ? 1 : 2)).putInt(text.length()).putInt(runs.length);
    if (narrow) {
      page.position(page.position() + text.length());
    } else {
      page.asCharBuffer().put(text);
      page.position(page.position() + 2 * text.length());
    }
    page.asIntBuffer().put(runs);
    page.position(page.position() + Integer.BYTES * runs.length);
    return ((long) (firstPage + pages.size() - 1) << Integer.SIZE) | at;
  }

  /// Writes the characters a byte each; false, with anything written, where one needs more.
  private static boolean narrow(ByteBuffer page, int at, String text) {
    byte[] bytes = page.array();
    int all = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      all |= c;
      bytes[at + i] = (byte) c;
    }
    return all <= 0xff;
  }

  private ByteBuffer room(int most) {
    if (pages.isEmpty() || pages.getLast().remaining() < most) {
      boolean large = most > PAGE;
      pages.add(large || spare.isEmpty() ? ByteBuffer.allocate(Math.max(PAGE, most)) : spare.get());
      spare = large ? spare : Optional.empty();
    }
    return pages.getLast();
  }

  ConsoleLine line(long at) {
    var page = page(at).duplicate();
    page.limit(page.capacity()).position((int) at);
    long offset = page.getLong();
    long endOffset = page.getLong();
    var end = ENDS[page.get()];
    var level = LEVELS[page.get()];
    boolean narrow = page.get() == 1;
    int length = page.getInt();
    int[] runs = new int[page.getInt()];
    String text;
    if (narrow) {
      text = new String(page.array(), page.position(), length, StandardCharsets.ISO_8859_1);
      page.position(page.position() + length);
    } else {
      text = page.asCharBuffer().limit(length).toString();
      page.position(page.position() + 2 * length);
    }
    page.asIntBuffer().get(runs);
    return new ConsoleLine(text, runs, offset, endOffset, end, level);
  }

  Level level(long at) {
    return LEVELS[page(at).get((int) at + 17)];
  }

  int characters(long at) {
    return page(at).getInt((int) at + 19);
  }

  /// Lets go of the pages before the line that is now the oldest.
  void forgetBefore(long at) {
    for (int gone = (int) (at >>> Integer.SIZE) - firstPage; gone > 0; gone--) {
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
    if (page.capacity() == PAGE) {
      spare = Optional.of(page.clear());
    }
  }

  private ByteBuffer page(long at) {
    return pages.get((int) (at >>> Integer.SIZE) - firstPage);
  }
}
