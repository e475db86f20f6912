// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// ASCII text that was only ever added to at its end: what nearly all lines are, kept the cheapest
/// way.
final class AppendedText {

  private final byte[] text;
  private int length;
  private int[] runs = new int[16];
  private int used;

  AppendedText(int longest) {
    text = new byte[longest];
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
    used = 0;
  }

  void add(byte[] bytes, int from, int count, int style) {
    begin(style);
    System.arraycopy(bytes, from, text, length, count);
    length += count;
  }

  void addSpaces(int count) {
    begin(0);
    Arrays.fill(text, length, length + count, (byte) ' ');
    length += count;
  }

  /// Writes characters and looks into cells, from the first one on.
  void copyTo(int[] cells, int[] styles) {
    for (int i = 0; i < length; i++) {
      cells[i] = text[i];
    }
    for (int run = 0; run < used; run += 2) {
      int to = run + 2 < used ? runs[run + 2] : length;
      Arrays.fill(styles, runs[run], to, runs[run + 1]);
    }
  }

  ConsoleLine line(long offset, long endOffset, ConsoleLine.End end) {
    boolean plain = used <= 2 && (used == 0 || runs[1] == 0);
    int[] looks = plain ? new int[0] : Arrays.copyOf(runs, used);
    String characters = new String(text, 0, length, StandardCharsets.ISO_8859_1);
    return new ConsoleLine(characters, looks, offset, endOffset, end);
  }

  private void begin(int style) {
    if (used > 0 && runs[used - 1] == style) {
      return;
    }
    if (used == runs.length) {
      runs = Arrays.copyOf(runs, 2 * used);
    }
    runs[used++] = length;
    runs[used++] = style;
  }
}
