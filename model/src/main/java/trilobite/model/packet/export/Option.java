// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.export;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// An option of a pcapng block (draft-ietf-opsawg-pcapng, section 3.5).
record Option(int code, ByteBuffer value) {

  static final int COMMENT = 1;
  static final int PROGRAM = 4;
  static final int NAME = 2;
  static final int DESCRIPTION = 3;
  static final int FLAGS = 2;
  static final int RECEIVED = 4;
  static final int LOST = 5;

  /// Times are in units of 10⁻⁹ s.
  static final Option NANOSECONDS = new Option(9, ByteBuffer.wrap(new byte[] {9}));

  private static final int LONGEST = 60_000;

  static Option text(int code, String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new Option(code, ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, LONGEST)).slice());
  }

  static Option number(int code, int value) {
    return new Option(
        code, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).rewind());
  }

  static Option longNumber(int code, long value) {
    return new Option(
        code, ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).rewind());
  }

  /// Everything in a block begins at a multiple of four bytes.
  static int padded(int length) {
    return (length + 3) & ~3;
  }

  int size() {
    return 4 + padded(value.remaining());
  }

  void put(ByteBuffer block) {
    int end = block.position() + size();
    block.putShort((short) code).putShort((short) value.remaining()).put(value.duplicate());
    block.position(end);
  }
}
