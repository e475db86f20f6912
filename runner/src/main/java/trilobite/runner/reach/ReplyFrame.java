// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.nio.ByteBuffer;
import java.util.Optional;

/// A frame from the guest as far as probes care. Any byte of it may be wrong.
sealed interface ReplyFrame {

  /// Shortest IPv4 header.
  int IP_HEADER = 20;

  /// @param operation 1 asks, 2 replies
  record Arp(Address sender, int operation, int wanted) implements ReplyFrame {}

  record Echo(Address sender, int to, int id, int sequence) implements ReplyFrame {}

  record Tcp(Address sender, int to, int fromPort, int toPort, int flags, int acknowledged)
      implements ReplyFrame {}

  /// Another IPv4 packet.
  record Ip(Address sender) implements ReplyFrame {}

  /// Empty where the frame is of no interest, or too short for what it claims to be.
  static Optional<ReplyFrame> of(ByteBuffer bytes, int offset, int length) {
    if (length < ProbeFrames.ETHERNET + IP_HEADER) {
      return Optional.empty();
    }
    long mac = Address.mac(bytes, offset + 6);
    int at = offset + ProbeFrames.ETHERNET;
    int rest = length - ProbeFrames.ETHERNET;
    return switch (bytes.getShort(offset + 12) & 0xffff) {
      case ProbeFrames.ARP -> arp(bytes, at, rest);
      case ProbeFrames.IP -> ip(bytes, at, rest, mac);
      default -> Optional.empty();
    };
  }

  private static Optional<ReplyFrame> arp(ByteBuffer bytes, int at, int length) {
    // Ethernet and IPv4, with addresses of 6 and 4 bytes.
    if (length < 28 || bytes.getInt(at) != 0x00010800 || bytes.getShort(at + 4) != 0x0604) {
      return Optional.empty();
    }
    var sender = new Address(Address.mac(bytes, at + 8), bytes.getInt(at + 14));
    return Optional.of(new Arp(sender, bytes.getShort(at + 6), bytes.getInt(at + 24)));
  }

  private static Optional<ReplyFrame> ip(ByteBuffer bytes, int at, int length, long mac) {
    int header = (bytes.get(at) & 15) * 4;
    if ((bytes.get(at) & 0xf0) != 0x40 || header < IP_HEADER || header > length) {
      return Optional.empty();
    }
    var sender = new Address(mac, bytes.getInt(at + 12));
    int to = bytes.getInt(at + 16);
    int inside = at + header;
    int rest = length - header;
    int protocol = bytes.get(at + 9);
    if (protocol == ProbeFrames.ICMP && rest >= 8 && bytes.getShort(inside) == 0) {
      return Optional.of(new Echo(sender, to, port(bytes, inside + 4), port(bytes, inside + 6)));
    }
    if (protocol == ProbeFrames.TCP && rest >= 20) {
      return Optional.of(
          new Tcp(
              sender,
              to,
              port(bytes, inside),
              port(bytes, inside + 2),
              bytes.get(inside + 13) & 0x3f,
              bytes.getInt(inside + 8)));
    }
    return Optional.of(new Ip(sender));
  }

  private static int port(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xffff;
  }
}
