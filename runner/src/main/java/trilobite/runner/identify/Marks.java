// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import trilobite.runner.image.FileBytes;

/// Looks for many texts at once in stretches of a file, up to a limit for all stretches together.
/// One pass, whatever the number of texts: their first two bytes pick those worth comparing.
final class Marks {

  private static final int CHUNK = 1 << 20;
  private static final int BEFORE = 24;
  private static final int AFTER = 120;
  private static final int LONGEST = 96;

  private final Map<String, byte[]> wanted = new LinkedHashMap<>();
  private final Map<String, String> found = new LinkedHashMap<>();
  private final List<List<String>> byBegin = new ArrayList<>();
  private final short[] begins = new short[1 << 16];
  private long left;

  /// @param texts of two bytes or more; longer ones than 96 bytes are cut
  /// @param most bytes to look at in all
  Marks(Iterable<String> texts, long most) {
    this.left = most;
    byBegin.add(List.of());
    for (var text : texts) {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      if (bytes.length >= 2 && wanted.put(text, cut(bytes)) == null) {
        int begin = begin(bytes[0], bytes[1]);
        if (begins[begin] == 0) {
          begins[begin] = (short) byBegin.size();
          byBegin.add(new ArrayList<>());
        }
        byBegin.get(begins[begin]).add(text);
      }
    }
  }

  private static byte[] cut(byte[] bytes) {
    return bytes.length <= LONGEST ? bytes : java.util.Arrays.copyOf(bytes, LONGEST);
  }

  private static int begin(byte first, byte second) {
    return Byte.toUnsignedInt(first) << 8 | Byte.toUnsignedInt(second);
  }

  /// Looks through a stretch, or as much of it as the file and the limit have.
  void scan(FileBytes file, long offset, long length) throws IOException {
    long end = Math.min(file.size(), offset + Math.min(length, left));
    for (long at = Math.max(0, offset); at < end && found.size() < wanted.size(); at += CHUNK) {
      int some = (int) Math.min(CHUNK, end - at);
      // A text may reach over the chunk's end, and its line begins a little before it.
      long from = Math.max(offset, at - BEFORE);
      var bytes = file.from(from, (int) (at - from) + some + AFTER).array();
      look(bytes, (int) (at - from), (int) (at - from) + some);
      left -= some;
    }
  }

  private void look(byte[] bytes, int start, int end) {
    int last = Math.min(end, bytes.length - 1);
    for (int i = start; i < last; i++) {
      int known = begins[Byte.toUnsignedInt(bytes[i]) << 8 | Byte.toUnsignedInt(bytes[i + 1])];
      if (known != 0) {
        compare(bytes, i, byBegin.get(known));
      }
    }
  }

  private void compare(byte[] bytes, int at, List<String> texts) {
    for (var text : texts) {
      var wantedBytes = wanted.get(text);
      if (wantedBytes != null && !found.containsKey(text) && same(bytes, at, wantedBytes)) {
        found.put(text, line(bytes, at, wantedBytes.length));
      }
    }
  }

  private static boolean same(byte[] bytes, int at, byte[] wanted) {
    return at + wanted.length <= bytes.length
        && java.util.Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
  }

  /// The printable characters around a text.
  private static String line(byte[] bytes, int at, int length) {
    int from = at;
    while (from > 0 && at - from < BEFORE && printable(bytes[from - 1])) {
      from--;
    }
    int to = at + length;
    while (to < bytes.length && to - at < AFTER && printable(bytes[to])) {
      to++;
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static boolean printable(byte b) {
    return b >= ' ' && b != 0x7f;
  }

  /// The texts that were found, each with the printable characters around its first place.
  Map<String, String> found() {
    return found;
  }
}
