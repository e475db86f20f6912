// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.packet.Packet;

/// Capture files as the writer lays them out.
final class Captures {

  static final long STARTED = 1_767_323_045_678_000_000L;

  private Captures() {}

  /// A file of packets numbered behind `before`, a millisecond apart, each of `length` bytes that
  /// hold its number; every second one is from the guest.
  static byte[] file(long before, int count, int length) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(PcapHead.ours(before));
    for (long number = before + 1; number <= before + count; number++) {
      out.writeBytes(record(number, length));
    }
    return out.toByteArray();
  }

  static byte[] record(long number, int length) {
    var record = ByteBuffer.allocate(PcapHead.RECORD + length);
    PcapHead.record(record, STARTED + number * 1_000_000, number % 2 == 0, length);
    record.put(PcapHead.RECORD, ByteBuffer.allocate(length).putLong(0, number).array());
    return record.array();
  }

  /// The numbers that the packets hold, which must be those by which they are told.
  static List<Long> numbers(RecordedPackets packets) {
    var numbers = new ArrayList<Long>();
    packets.read(
        1,
        Integer.MAX_VALUE,
        packet -> {
          numbers.add(held(packet));
          if (packet.number() != held(packet)) {
            throw new AssertionError(packet.number() + " is told of " + held(packet));
          }
        });
    return numbers;
  }

  static long held(Packet packet) {
    return packet.bytes().getLong(0);
  }

  static RecordedPackets recorded(Path folder) {
    return new RecordedPackets(folder, () -> false);
  }
}
