// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import trilobite.model.packet.header.Address;

/// Frames as a guest and its network send them, checksums included.
public final class Frames {

  public static final String HOST = "10.0.2.2";
  public static final String GUEST = "10.0.2.15";
  private static final byte[] MACS = HexFormat.of().parseHex("52540012345652550a000202");

  private Frames() {}

  /// A frame of a guest's network, `type` as a number.
  public static byte[] ethernet(int type, byte[] payload) {
    return ByteBuffer.allocate(14 + payload.length)
        .put(MACS)
        .putShort((short) type)
        .put(payload)
        .array();
  }

  public static byte[] tagged(int vlan, int type, byte[] payload) {
    return ethernet(0x8100, join(shorts(vlan, type), payload));
  }

  public static byte[] arp(int operation, String sender, String target) {
    var packet = ByteBuffer.allocate(28).put(HexFormat.of().parseHex("0001080006040000"));
    packet.putShort(6, (short) operation);
    packet.put(MACS, 6, 6).put(address(sender)).put(MACS, 0, 6).put(address(target));
    return ethernet(0x0806, packet.array());
  }

  public static byte[] ip4(int protocol, String from, String to, byte[] payload) {
    return ethernet(0x0800, ip4Packet(protocol, from, to, 0, payload));
  }

  /// @param part flags and fragment offset, as the header has them
  public static byte[] ip4Packet(int protocol, String from, String to, int part, byte[] payload) {
    var packet = ByteBuffer.allocate(20 + payload.length);
    packet.put((byte) 0x45).put((byte) 0).putShort((short) packet.capacity());
    packet.putShort((short) 0x1234).putShort((short) part).put((byte) 64).put((byte) protocol);
    packet.putShort((short) 0).put(address(from)).put(address(to)).put(payload);
    packet.putShort(10, checksum(packet.array(), 0, 20, 0));
    return packet.array();
  }

  public static byte[] ip6(int next, String from, String to, byte[] payload) {
    var packet = ByteBuffer.allocate(40 + payload.length);
    packet.putInt(0x60000000).putShort((short) payload.length).put((byte) next).put((byte) 64);
    packet.put(address(from)).put(address(to)).put(payload);
    return ethernet(0x86dd, packet.array());
  }

  public static byte[] udp(String from, int fromPort, String to, int toPort, byte[] payload) {
    var datagram = join(shorts(fromPort, toPort, 8 + payload.length, 0), payload);
    return carried(17, from, to, datagram, 6);
  }

  /// A TCP segment without options.
  public static byte[] tcp(
      String from,
      int fromPort,
      String to,
      int toPort,
      int flags,
      long seq,
      long ack,
      byte[] data) {
    return tcp(from, fromPort, to, toPort, flags, seq, ack, 65535, new byte[0], data);
  }

  public static byte[] tcp(
      String from,
      int fromPort,
      String to,
      int toPort,
      int flags,
      long seq,
      long ack,
      int window,
      byte[] options,
      byte[] data) {
    var segment = ByteBuffer.allocate(20 + options.length + data.length);
    segment.putShort((short) fromPort).putShort((short) toPort);
    segment.putInt((int) seq).putInt((int) ack);
    segment.put((byte) ((20 + options.length) * 4)).put((byte) flags);
    segment.putShort((short) window).putInt(0).put(options).put(data);
    return carried(6, from, to, segment.array(), 16);
  }

  /// Puts a checksum over a pseudo header in place, and IP around it.
  public static byte[] carried(int protocol, String from, String to, byte[] bytes, int at) {
    var pseudo = join(address(from), address(to));
    long more = (long) protocol + bytes.length;
    for (int i = 0; i < pseudo.length; i += 2) {
      more += ByteBuffer.wrap(pseudo).getShort(i) & 0xffff;
    }
    ByteBuffer.wrap(bytes).putShort(at, checksum(bytes, 0, bytes.length, more));
    return from.contains(":") ? ip6(protocol, from, to, bytes) : ip4(protocol, from, to, bytes);
  }

  private static short checksum(byte[] bytes, int from, int to, long more) {
    long sum = more;
    for (int i = from; i < to; i++) {
      sum += (long) (bytes[i] & 0xff) << ((i - from) % 2 == 0 ? 8 : 0);
    }
    while (sum >> 16 != 0) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (short) ~sum;
  }

  private static byte[] address(String text) {
    var address = Address.parse(text).orElseThrow();
    return address.six()
        ? ByteBuffer.allocate(16).putLong(address.high()).putLong(address.low()).array()
        : ByteBuffer.allocate(4).putInt((int) address.low()).array();
  }

  public static byte[] shorts(int... values) {
    var bytes = ByteBuffer.allocate(values.length * 2);
    for (int value : values) {
      bytes.putShort((short) value);
    }
    return bytes.array();
  }

  public static byte[] join(byte[]... parts) {
    int length = 0;
    for (var part : parts) {
      length += part.length;
    }
    var all = ByteBuffer.allocate(length);
    for (var part : parts) {
      all.put(part);
    }
    return all.array();
  }

  public static byte[] hex(String text) {
    return HexFormat.of().parseHex(text.replace(" ", ""));
  }

  public static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A packet at run time `t` in ms.
  public static Packet packet(long number, double t, Direction direction, byte[] frame) {
    return new Packet(
        number, Math.round(t * 1e6), t, direction, frame.length, ByteBuffer.wrap(frame));
  }

  public static Packet packet(byte[] frame) {
    return packet(1, 0, Direction.TO_GUEST, frame);
  }
}
