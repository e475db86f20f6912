// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import trilobite.model.packet.Direction;

/// The head of a capture file and what it says of the records behind it.
///
/// Layout: the classic pcap format (draft-ietf-opsawg-pcap, sections 4 and 5), link type Ethernet.
/// Ours has nanoseconds and says two things that the format has no place for, where other readers
/// do not look: the reserved words hold a mark and how many packets were kept before this file, and
/// the lowest bit of each time, one nanosecond, is set on packets from the guest.
///
/// @param ours true where the reserved words hold our mark
/// @param before packets of the run before this file; 0 where it is not ours
public record PcapHead(ByteOrder order, boolean nanoseconds, boolean ours, long before) {

  /// Bytes of a head.
  public static final int SIZE = 24;

  /// Bytes before each packet.
  public static final int RECORD = 16;

  /// No packet that we keep is longer; what claims to be is damage.
  public static final int LONGEST = 1 << 18;

  private static final int MICROS = 0xa1b2c3d4;
  private static final int NANOS = 0xa1b23c4d;
  private static final int MARK = 0x74726931;
  private static final int ETHERNET = 1;
  private static final int LINK_MASK = 0x0fff_ffff;
  private static final long SECOND = 1_000_000_000L;

  /// The head of a file of ours.
  public static byte[] ours(long before) {
    return ByteBuffer.allocate(SIZE)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(NANOS)
        .putShort((short) 2)
        .putShort((short) 4)
        .putInt(MARK)
        .putInt((int) before)
        .putInt(LONGEST)
        .putInt(ETHERNET)
        .array();
  }

  /// Puts what stands before a packet in a file of ours.
  ///
  /// @param nanos wall time in nanoseconds since 1970
  public static void record(ByteBuffer into, long nanos, boolean towardsGuest, int length) {
    long marked = (nanos & ~1L) | (towardsGuest ? 0 : 1);
    into.order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) (marked / SECOND))
        .putInt((int) (marked % SECOND))
        .putInt(length)
        .putInt(length);
  }

  /// Reads a head.
  ///
  /// @throws IOException where it is none, or the packets are no Ethernet frames
  static PcapHead parse(ByteBuffer head) throws IOException {
    var order = ByteOrder.LITTLE_ENDIAN;
    int magic = head.order(order).getInt(0);
    if (magic != MICROS && magic != NANOS) {
      order = ByteOrder.BIG_ENDIAN;
      magic = head.order(order).getInt(0);
    }
    if (magic != MICROS && magic != NANOS) {
      throw new IOException("it is no pcap file");
    }
    int link = head.getInt(20) & LINK_MASK;
    if (link != ETHERNET) {
      throw new IOException("its packets are of link type " + link + ", and only Ethernet is read");
    }
    boolean ours = magic == NANOS && head.getInt(8) == MARK;
    long before = ours ? Integer.toUnsignedLong(head.getInt(12)) : 0;
    return new PcapHead(order, magic == NANOS, ours, before);
  }

  /// Wall time of the record at `at`, in nanoseconds since 1970.
  long nanos(ByteBuffer bytes, int at) {
    long seconds = Integer.toUnsignedLong(bytes.getInt(at));
    long fraction = Integer.toUnsignedLong(bytes.getInt(at + 4));
    return seconds * SECOND + (nanoseconds ? fraction : fraction * 1000);
  }

  /// Bytes that the record at `at` claims to hold; may be anything.
  static int held(ByteBuffer bytes, int at) {
    return bytes.getInt(at + 8);
  }

  /// Bytes that its frame had on the wire.
  static int wire(ByteBuffer bytes, int at) {
    return Math.max(held(bytes, at), bytes.getInt(at + 12));
  }

  Direction direction(ByteBuffer bytes, int at) {
    if (!ours) {
      return Direction.UNKNOWN;
    }
    return (bytes.getInt(at + 4) & 1) == 0 ? Direction.TO_GUEST : Direction.FROM_GUEST;
  }
}
