// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The kernel's own table of symbols, compressed by tokens of which each stands for some letters.
/// Its parts have no names in memory, so they are found by their form: 256 tokens, of which those
/// of the digits stand for themselves; 256 offsets of tokens; one marker for each 256 names.
/// Layout: scripts/kallsyms.c of Linux 6.1 to 6.15, whose parts stand in different orders, with
/// offsets relative to a base (CONFIG_KALLSYMS_BASE_RELATIVE).
final class Kallsyms {

  /// The tokens `0` and `1`, from which looking for the table begins.
  static final long DIGITS = 0x0033003200310030L;

  private static final int TOKENS = 256;
  private static final int LONGEST_TOKEN = 512;
  private static final int MOST_SYMBOLS = 1 << 20;
  private static final int LEAST_SYMBOLS = 2_000;
  private static final int MARKED = 256;
  private static final int LAST_NAMES = MARKED * 136;
  private static final int LEAST_MARKERS = 8;
  private static final int MOST_NAME = 512;

  private final ByteBuffer bytes;
  private final int tokens;
  private final int index;

  private Kallsyms(ByteBuffer bytes, int tokens, int index) {
    this.bytes = bytes;
    this.tokens = tokens;
    this.index = index;
  }

  /// A symbol.
  ///
  /// @param kind as `nm` shows it
  record Entry(String name, char kind, long address) {}

  /// @param bytes memory around the table, little-endian, beginning at a multiple of 8
  /// @param digits where the digits' tokens are in them
  /// @throws NoKernelException where there is no such table
  static List<Entry> read(ByteBuffer bytes, int digits) throws NoKernelException {
    try {
      return tokens(bytes, digits).entries();
    } catch (IndexOutOfBoundsException e) {
      throw new NoKernelException("the table of symbols reaches too far");
    }
  }

  private static Kallsyms tokens(ByteBuffer bytes, int digits) throws NoKernelException {
    int end = digits;
    for (int left = TOKENS - '0'; left > 0; left--) {
      int begin = end;
      while (bytes.get(end) != 0) {
        if (++end - begin > LONGEST_TOKEN) {
          throw new NoKernelException("a token is too long");
        }
      }
      end++;
    }
    int index = (end + 7) & -8;
    int start = digits - Short.toUnsignedInt(bytes.getShort(index + '0' * Short.BYTES));
    if (start < 0 || start % 8 != 0 || bytes.getShort(index) != 0) {
      throw new NoKernelException("no offsets of tokens");
    }
    for (int i = 1; i < TOKENS; i++) {
      int at = Short.toUnsignedInt(bytes.getShort(index + i * Short.BYTES));
      int before = Short.toUnsignedInt(bytes.getShort(index + (i - 1) * Short.BYTES));
      if (at <= before || start + at > end || bytes.get(start + at - 1) != 0) {
        throw new NoKernelException("the offsets of tokens do not fit them");
      }
    }
    return new Kallsyms(bytes, start, index);
  }

  private List<Entry> entries() throws NoKernelException {
    for (int markers = tokens - 8; markers > LEAST_SYMBOLS * 2; markers -= 8) {
      if (bytes.getInt(markers) == 0 && bytes.getInt(markers + 4) > MARKED * 2) {
        int count = ascending(markers);
        for (int last = count - 1; last >= Math.max(LEAST_MARKERS, count - 3); last--) {
          int counted = counted(markers, last);
          if (counted >= 0) {
            return entries(counted, bytes.getInt(counted));
          }
        }
      }
    }
    throw new NoKernelException("no names before the tokens");
  }

  private int ascending(int markers) {
    int count = 1;
    while (markers + count * 4 + 4 <= tokens
        && bytes.getInt(markers + count * 4) > bytes.getInt(markers + (count - 1) * 4)) {
      count++;
    }
    return count;
  }

  /// Where the number of names is, with the names right after it; −1 where it is not. Names must
  /// begin where the markers say.
  private int counted(int markers, int last) {
    int begin = markers - 8 - bytes.getInt(markers + last * 4);
    for (int at = begin & -8; at >= 0 && at > begin - LAST_NAMES; at -= 8) {
      int names = bytes.getInt(at);
      boolean fits =
          names >= LEAST_SYMBOLS && names <= MOST_SYMBOLS && (names - 1) / MARKED == last;
      if (fits && marked(at + 8, names, markers)) {
        return at;
      }
    }
    return -1;
  }

  private boolean marked(int names, int count, int markers) {
    int at = names;
    for (int i = 0; i < count; i++) {
      if (i % MARKED == 0 && at - names != bytes.getInt(markers + i / MARKED * 4)) {
        return false;
      }
      at = after(at);
      if (at > markers) {
        return false;
      }
    }
    return true;
  }

  /// A length of seven bits, or of fourteen since Linux 6.1.
  private int length(int at) {
    int first = Byte.toUnsignedInt(bytes.get(at));
    return first < 0x80 ? first : (first & 0x7f) | Byte.toUnsignedInt(bytes.get(at + 1)) << 7;
  }

  private int begin(int at) {
    return at + (bytes.get(at) < 0 ? 2 : 1);
  }

  private int after(int at) {
    return begin(at) + length(at);
  }

  private List<Entry> entries(int counted, int count) throws NoKernelException {
    // Up to Linux 6.3 offsets and base stand before the count, later behind the tokens.
    boolean before = kernel(bytes.getLong(counted - 8));
    int behind = (index + TOKENS * Short.BYTES + 7) & -8;
    int size = (count * 4 + 7) & -8;
    int offsets = before ? counted - 8 - size : behind;
    long base = bytes.getLong(before ? counted - 8 : behind + size);
    if (!kernel(base)) {
      throw new NoKernelException("no base of the symbols' addresses");
    }
    boolean signed = bytes.getInt(offsets + (count - 1) * 4) < 0;
    var entries = new ArrayList<Entry>(count);
    int at = counted + 8;
    for (int i = 0; i < count; i++) {
      var name = name(at);
      if (name.length() > 1) {
        int offset = bytes.getInt(offsets + i * 4);
        long address =
            !signed
                ? base + Integer.toUnsignedLong(offset)
                : offset < 0 ? base - 1 - offset : offset;
        entries.add(new Entry(name.substring(1), name.charAt(0), address));
      }
      at = after(at);
    }
    return entries;
  }

  private static boolean kernel(long address) {
    return address >>> 31 == 0x1_ffff_ffffL;
  }

  private String name(int at) {
    var name = new byte[MOST_NAME];
    int length = 0;
    int end = after(at);
    for (int i = begin(at); i < end; i++) {
      int slot = index + Byte.toUnsignedInt(bytes.get(i)) * Short.BYTES;
      int token = tokens + Short.toUnsignedInt(bytes.getShort(slot));
      for (; bytes.get(token) != 0 && length < MOST_NAME; token++) {
        name[length++] = bytes.get(token);
      }
    }
    return new String(name, 0, length, StandardCharsets.UTF_8);
  }
}
