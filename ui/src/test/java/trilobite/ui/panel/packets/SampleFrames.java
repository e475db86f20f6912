// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import trilobite.model.packet.Direction;
import trilobite.ui.testing.FakePackets;

/// Frames of a small web server.
final class SampleFrames {

  private static final byte[] MACS = HexFormat.of().parseHex("52540012345652550a0002020800");
  private static final byte[] NONE = new byte[0];
  private static final int SEGMENT = 1000;
  private static final int SYN = 2;
  private static final int ACK = 16;
  private static final int PUSH = 24;

  private SampleFrames() {}

  /// A TCP segment to (or from) port 8080 of the guest.
  static byte[] tcp(boolean towards, int peerPort, int flags, long seq, long ack, String data) {
    var bytes = data.getBytes(StandardCharsets.UTF_8);
    return tcp(towards, peerPort, flags, seq, ack, new byte[0], bytes);
  }

  /// The same with options and any bytes.
  static byte[] tcp(
      boolean towards, int peerPort, int flags, long seq, long ack, byte[] options, byte[] bytes) {
    int length = 40 + options.length + bytes.length;
    var frame = ByteBuffer.allocate(14 + length).put(MACS);
    frame.put((byte) 0x45).put((byte) 0).putShort((short) length).putInt(0x12340000);
    frame.put((byte) 64).put((byte) 6).putShort((short) 0);
    var peer = new byte[] {10, 0, 2, 2};
    var guest = new byte[] {10, 0, 2, 15};
    frame.put(towards ? peer : guest).put(towards ? guest : peer);
    frame
        .putShort((short) (towards ? peerPort : 8080))
        .putShort((short) (towards ? 8080 : peerPort));
    frame.putInt((int) seq).putInt((int) ack);
    frame.put((byte) ((5 + options.length / 4) << 4)).put((byte) flags);
    frame.putShort((short) 4096).putInt(0).put(options).put(bytes);
    return frame.array();
  }

  static byte[] syn(int peerPort) {
    return tcp(true, peerPort, SYN, 1000, 0, "");
  }

  /// A request that is answered, and three SYNs that are not.
  static FakePackets fill(FakePackets packets) {
    packets.add(46_900, Direction.TO_GUEST, syn(51902));
    packets.add(46_901, Direction.FROM_GUEST, tcp(false, 51902, SYN | ACK, 5000, 1001, ""));
    packets.add(46_902, Direction.TO_GUEST, tcp(true, 51902, ACK, 1001, 5001, ""));
    packets.add(
        47_056.377,
        Direction.TO_GUEST,
        tcp(
            true,
            51902,
            PUSH,
            1001,
            5001,
            "POST /tides HTTP/1.1\r\nHost: 127.0.0.1:8080\r\nContent-Length: 32\r\n\r\n"
                + "{\"station\":\"brest\",\"level\":4.71}"));
    packets.add(47_056.402, Direction.FROM_GUEST, tcp(false, 51902, ACK, 5001, 1130, ""));
    packets.add(47_083.24, Direction.TO_GUEST, syn(51977));
    packets.add(47_097.015, Direction.TO_GUEST, syn(51978));
    packets.add(
        47_097.871,
        Direction.FROM_GUEST,
        tcp(false, 51902, PUSH, 5001, 1130, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"));
    packets.add(
        47_298.2,
        Direction.FROM_GUEST,
        tcp(false, 51902, PUSH, 5001, 1130, "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n"));
    packets.add(47_298.391, Direction.TO_GUEST, tcp(true, 51902, ACK, 1130, 5042, ""));
    packets.add(47_300.5, Direction.TO_GUEST, syn(51980));
    packets.add(48_900, Direction.TO_GUEST, tcp(true, 51902, ACK, 1130, 5042, ""));
    return packets;
  }

  /// A download in growing bursts, of which one segment is lost and sent again.
  static FakePackets download(FakePackets packets) {
    var scaled = HexFormat.of().parseHex("03030300");
    packets.add(1000, Direction.TO_GUEST, tcp(true, 51902, SYN, 1000, 0, scaled, NONE));
    packets.add(
        1000.4, Direction.FROM_GUEST, tcp(false, 51902, SYN | ACK, 5000, 1001, scaled, NONE));
    packets.add(1000.6, Direction.TO_GUEST, tcp(true, 51902, ACK, 1001, 5001, ""));
    double t = 1001;
    long seq = 5001;
    long lost = -1;
    for (int burst = 1; burst <= 8; burst++) {
      for (int i = 0; i < burst * 2; i++) {
        if (burst == 6 && i == 3) {
          lost = seq;
        } else {
          packets.add(t, Direction.FROM_GUEST, segment(seq));
        }
        seq += SEGMENT;
        t += 0.12;
      }
      boolean waits = lost >= 0;
      var options =
          waits
              ? ByteBuffer.allocate(12)
                  .putInt(0x0101050a)
                  .putInt((int) (lost + SEGMENT))
                  .putInt((int) seq)
                  .array()
              : NONE;
      t += 2;
      packets.add(
          t, Direction.TO_GUEST, tcp(true, 51902, ACK, 1001, waits ? lost : seq, options, NONE));
      if (waits) {
        t += 0.5;
        packets.add(t, Direction.FROM_GUEST, segment(lost));
        lost = -1;
        t += 2;
        packets.add(t, Direction.TO_GUEST, tcp(true, 51902, ACK, 1001, seq, ""));
      }
    }
    return packets;
  }

  private static byte[] segment(long seq) {
    return tcp(false, 51902, ACK, seq, 1001, NONE, new byte[SEGMENT]);
  }
}
