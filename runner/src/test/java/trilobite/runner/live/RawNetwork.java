// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.HexFormat;
import java.util.Optional;

/// Plays the guest at 10.0.2.15 on the wire to QEMU's user network: frames by hand, each behind its
/// 4-byte length.
final class RawNetwork {

  static final int GUEST = 0x0a00020f;
  static final int GATEWAY = 0x0a000202;

  private static final byte[] OUR_MAC = HexFormat.of().parseHex("525400123456");
  private static final byte[] EVERYBODY = HexFormat.of().parseHex("ffffffffffff");
  private static final byte[] GATEWAY_MAC = HexFormat.of().parseHex("525500000202");
  private static final int ARP = 0x0806;
  private static final int IP = 0x0800;
  private static final int SYN = 2;

  private final ByteChannel wire;

  RawNetwork(ByteChannel wire) {
    this.wire = wire;
  }

  /// A TCP segment that came.
  record Segment(int from, int fromPort, int to, int toPort, int flags) {
    boolean opens() {
      return flags == SYN;
    }

    boolean accepts() {
      return flags == (SYN | 16);
    }
  }

  /// Makes ourselves known.
  void announce() throws IOException {
    var frame = frame(ARP, 28);
    frame.put(4, EVERYBODY);
    frame.putShort((short) 1).putShort((short) IP).put((byte) 6).put((byte) 4).putShort((short) 1);
    frame.put(OUR_MAC).putInt(GUEST).put(new byte[6]).putInt(GATEWAY);
    send(frame);
  }

  /// Tries to open a connection.
  void syn(int to, int port) throws IOException {
    var frame = frame(IP, 40);
    int ip = frame.position();
    frame.putShort((short) 0x4500).putShort((short) 40).putInt(0).put((byte) 64).put((byte) 6);
    frame.putShort((short) 0).putInt(GUEST).putInt(to);
    frame.putShort(ip + 10, checksum(frame, ip, 20, 0));
    int tcp = frame.position();
    frame.putShort((short) 40_000).putShort((short) port).putInt(1).putInt(0);
    frame.putShort((short) (0x5000 | SYN)).putShort((short) 8192).putInt(0);
    int pseudo = (GUEST >>> 16) + (GUEST & 0xffff) + (to >>> 16) + (to & 0xffff) + 6 + 20;
    frame.putShort(tcp + 16, checksum(frame, tcp, 20, pseudo));
    send(frame);
  }

  /// The next TCP segment; answers questions for our address meanwhile. Empty at the wire's end.
  Optional<Segment> next() throws IOException {
    while (true) {
      var length = read(4);
      if (length.isEmpty()) {
        return Optional.empty();
      }
      var frame = read(length.get().getInt(0)).orElseThrow();
      int type = frame.getShort(12) & 0xffff;
      if (type == ARP && frame.getShort(20) == 1 && frame.getInt(38) == GUEST) {
        announce();
      } else if (type == IP && frame.get(23) == 6) {
        int tcp = 14 + 4 * (frame.get(14) & 15);
        return Optional.of(
            new Segment(
                frame.getInt(26),
                frame.getShort(tcp) & 0xffff,
                frame.getInt(30),
                frame.getShort(tcp + 2) & 0xffff,
                frame.get(tcp + 13) & 0x3f));
      }
    }
  }

  private static ByteBuffer frame(int type, int payload) {
    var frame = ByteBuffer.allocate(4 + 14 + payload).putInt(14 + payload);
    return frame.put(GATEWAY_MAC).put(OUR_MAC).putShort((short) type);
  }

  private void send(ByteBuffer frame) throws IOException {
    frame.rewind();
    while (frame.hasRemaining()) {
      wire.write(frame);
    }
  }

  private Optional<ByteBuffer> read(int count) throws IOException {
    var bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining()) {
      if (wire.read(bytes) < 0) {
        return Optional.empty();
      }
    }
    return Optional.of(bytes.flip());
  }

  private static short checksum(ByteBuffer bytes, int at, int length, int start) {
    int sum = start;
    for (int i = 0; i < length; i += 2) {
      sum += bytes.getShort(at + i) & 0xffff;
    }
    sum = (sum & 0xffff) + (sum >>> 16);
    return (short) ~((sum & 0xffff) + (sum >>> 16));
  }
}
