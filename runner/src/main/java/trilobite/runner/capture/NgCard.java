// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.nio.ByteBuffer;

/// A network card of a pcapng file (draft-ietf-opsawg-pcapng, section 4.2): what its packets are
/// and how their times are written.
///
/// @param link link type; 1 is Ethernet
/// @param resolution as the option `if_tsresol`: a power of ten, or of two with the highest bit set
/// @param offset seconds to add to each time
record NgCard(int link, int resolution, long offset) {

  static final int ETHERNET = 1;

  private static final int RESOLUTION = 9;
  private static final int OFFSET = 14;
  private static final int MICROS = 6;
  private static final int NANOS = 9;
  private static final int BINARY = 0x80;
  private static final long SECOND = 1_000_000_000L;

  /// @param length of the whole block, which lies in the buffer
  static NgCard parse(ByteBuffer block, int at, int length) {
    int link = length < 20 ? -1 : Short.toUnsignedInt(block.getShort(at + 8));
    int resolution = MICROS;
    long offset = 0;
    int end = at + length - 4;
    int option = at + 16;
    while (option + 4 <= end) {
      int code = Short.toUnsignedInt(block.getShort(option));
      int size = Short.toUnsignedInt(block.getShort(option + 2));
      if (code == 0 || option + 4 + size > end) {
        break;
      }
      if (code == RESOLUTION && size >= 1) {
        resolution = Byte.toUnsignedInt(block.get(option + 4));
      } else if (code == OFFSET && size >= Long.BYTES) {
        offset = block.getLong(option + 4);
      }
      option += 4 + NgBlock.padded(size);
    }
    return new NgCard(link, resolution, offset);
  }

  /// Wall time of a packet in ns since 1970; wraps where the file says what cannot be.
  long nanos(long time) {
    int power = resolution & ~BINARY;
    long nanos;
    if ((resolution & BINARY) != 0) {
      long seconds = power >= Long.SIZE ? 0 : time >>> power;
      double rest = power >= Long.SIZE ? time : time - (seconds << power);
      nanos = seconds * SECOND + (long) (rest * SECOND / Math.pow(2, power));
    } else if (power <= NANOS) {
      nanos = time * (long) Math.pow(10, NANOS - power);
    } else {
      nanos = (long) (time / Math.pow(10, power - NANOS));
    }
    return nanos + offset * SECOND;
  }
}
