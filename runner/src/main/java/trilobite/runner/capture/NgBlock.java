// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import trilobite.model.packet.Direction;

/// Blocks of a pcapng file (draft-ietf-opsawg-pcapng, sections 3 and 4): where things stand in
/// them. Lengths in them are anybody's: whoever reads asks [#fits] first.
final class NgBlock {

  static final int SECTION = 0x0a0d0d0a;
  static final int CARD = 1;
  static final int OLD_PACKET = 2;
  static final int SIMPLE_PACKET = 3;
  static final int PACKET = 6;

  /// Type and length before, length again behind.
  static final int LEAST = 12;

  /// A longer block than this is damage.
  static final int LONGEST = 1 << 24;

  /// A block of a packet that we read is no longer: the packet and its options.
  static final int LONGEST_PACKET = 1 << 20;

  /// Where a packet's bytes begin.
  static final int DATA = 28;

  private static final int MAGIC = 0x1a2b3c4d;
  private static final int FLAGS = 2;

  private NgBlock() {}

  /// The order of a section's bytes, which its head says.
  ///
  /// @throws IllegalArgumentException where it is none
  static ByteOrder order(ByteBuffer block, int at) {
    for (var order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      if (block.order(order).getInt(at + 8) == MAGIC) {
        return order;
      }
    }
    throw new IllegalArgumentException("a section has no byte order");
  }

  /// True where a packet's bytes lie in its block, of `length` bytes.
  static boolean fits(int held, int length) {
    return held >= 0 && held <= PcapHead.LONGEST && DATA + padded(held) + 4 <= length;
  }

  static int padded(int length) {
    return (length + 3) & ~3;
  }

  static boolean packet(int type) {
    return type == PACKET || type == OLD_PACKET;
  }

  /// Which of the section's cards a packet passed.
  static int card(ByteBuffer block, int at) {
    return block.getInt(at) == OLD_PACKET
        ? Short.toUnsignedInt(block.getShort(at + 8))
        : block.getInt(at + 8);
  }

  /// Time in the card's units.
  static long time(ByteBuffer block, int at) {
    return (long) block.getInt(at + 12) << 32 | Integer.toUnsignedLong(block.getInt(at + 16));
  }

  static int held(ByteBuffer block, int at) {
    return block.getInt(at + 20);
  }

  static int wire(ByteBuffer block, int at) {
    return Math.max(held(block, at), block.getInt(at + 24));
  }

  /// Which way a packet went, where an option says so; a card's own way in is the guest's.
  static Direction direction(ByteBuffer block, int at, int length) {
    int option = at + DATA + padded(held(block, at));
    int end = at + length - 4;
    while (option + 4 <= end) {
      int code = Short.toUnsignedInt(block.getShort(option));
      int size = Short.toUnsignedInt(block.getShort(option + 2));
      if (code == 0) {
        break;
      }
      if (code == FLAGS && size == 4 && option + 8 <= end) {
        return switch (block.getInt(option + 4) & 3) {
          case 1 -> Direction.TO_GUEST;
          case 2 -> Direction.FROM_GUEST;
          default -> Direction.UNKNOWN;
        };
      }
      option += 4 + padded(size);
    }
    return Direction.UNKNOWN;
  }
}
