// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.OptionalDouble;

/// When bytes of a console arrived: entries of 16 bytes, big-endian, an offset (64-bit integer) and
/// the ms on the run's clock (64-bit float) at which the bytes from there on came. Both ascend.
/// Looked up by bisection in the file, so that a console of any length costs no memory.
final class TimesIndex {

  static final int ENTRY = 16;

  private final FileChannel file;

  TimesIndex(FileChannel file) {
    this.file = file;
  }

  static ByteBuffer entry(long offset, double t) {
    return ByteBuffer.allocate(ENTRY).putLong(offset).putDouble(t).flip();
  }

  /// Time of the last entry at or before `offset`.
  OptionalDouble timeAt(long offset) throws IOException {
    long index = last(offset);
    return index < 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(Double.longBitsToDouble(at(index, 8)));
  }

  /// Offset of the first entry at or after `t`, or `end` where all came before.
  long offsetAt(double t, long end) throws IOException {
    // The last entry before t, in the order of time; the next one is the first at or after it.
    long low = 0;
    long high = entries();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (Double.longBitsToDouble(at(middle, 8)) < t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low == entries() ? end : at(low, 0);
  }

  private long last(long offset) throws IOException {
    long low = 0;
    long high = entries();
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (at(middle, 0) <= offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  private long entries() throws IOException {
    return file.size() / ENTRY;
  }

  private long at(long index, int field) throws IOException {
    var word = ByteBuffer.allocate(Long.BYTES);
    file.read(word, index * ENTRY + field);
    return word.position() == Long.BYTES ? word.getLong(0) : 0;
  }
}
