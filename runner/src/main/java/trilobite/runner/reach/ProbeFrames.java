// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.nio.ByteBuffer;

/// Ethernet frames of our probes: ARP (RFC 826), ICMP echo (RFC 792) and TCP (RFC 9293) over IPv4
/// (RFC 791), padded to Ethernet's shortest length.
record ProbeFrames(Address from, Address to) {

  static final int ETHERNET = 14;
  static final int IP = 0x0800;
  static final int ARP = 0x0806;
  static final int ICMP = 1;
  static final int TCP = 6;
  static final int SYN = 2;
  static final int RST = 4;
  static final int ACK = 16;
  private static final int SHORTEST = 60;
  private static final int ECHO_BYTES = 32;
  private static final int WINDOW = 64240;

  /// @param operation 1 asks, 2 replies
  ByteBuffer arp(int operation) {
    var frame = ethernet(SHORTEST, operation == 1 ? Address.BROADCAST : to.mac(), ARP);
    frame.putShort((short) 1).putShort((short) IP).put((byte) 6).put((byte) 4);
    frame.putShort((short) operation);
    Address.putMac(frame, from.mac());
    frame.putInt(from.ip());
    Address.putMac(frame, operation == 1 ? 0 : to.mac());
    frame.putInt(to.ip());
    return frame.position(0);
  }

  ByteBuffer echo(int id, int sequence) {
    int length = 8 + ECHO_BYTES;
    var frame = ip(ICMP, length);
    int at = frame.position();
    frame.put((byte) 8).put((byte) 0).putShort((short) 0);
    frame.putShort((short) id).putShort((short) sequence);
    for (int i = 0; i < ECHO_BYTES; i++) {
      frame.put((byte) ('a' + i % 26));
    }
    frame.putShort(at + 2, checksum(frame, at, length, 0));
    return frame.position(0);
  }

  ByteBuffer tcp(int fromPort, int toPort, int sequence, int flags) {
    int length = flags == SYN ? 24 : 20;
    var frame = ip(TCP, length);
    int at = frame.position();
    frame.putShort((short) fromPort).putShort((short) toPort).putInt(sequence).putInt(0);
    frame.put((byte) ((length / 4) << 4)).put((byte) flags).putShort((short) WINDOW).putInt(0);
    if (flags == SYN) {
      frame.putInt(0x020405b4);
    }
    int pseudo = sum(from.ip()) + sum(to.ip()) + TCP + length;
    frame.putShort(at + 16, checksum(frame, at, length, pseudo));
    return frame.position(0);
  }

  private ByteBuffer ip(int protocol, int payload) {
    var frame = ethernet(Math.max(SHORTEST, ETHERNET + 20 + payload), to.mac(), IP);
    int at = frame.position();
    frame.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload)).putInt(0x00004000);
    frame.put((byte) 64).put((byte) protocol).putShort((short) 0);
    frame.putInt(from.ip()).putInt(to.ip());
    frame.putShort(at + 10, checksum(frame, at, 20, 0));
    return frame;
  }

  private ByteBuffer ethernet(int length, long destination, int type) {
    var frame = ByteBuffer.allocate(length);
    Address.putMac(frame, destination);
    Address.putMac(frame, from.mac());
    return frame.putShort((short) type);
  }

  private static int sum(int word) {
    return (word >>> 16) + (word & 0xffff);
  }

  /// The Internet checksum (RFC 1071) of an even number of bytes.
  static short checksum(ByteBuffer bytes, int at, int length, int begin) {
    int sum = begin;
    for (int i = at; i < at + length; i += 2) {
      sum += bytes.getShort(i) & 0xffff;
    }
    while (sum >>> 16 != 0) {
      sum = (sum & 0xffff) + (sum >>> 16);
    }
    return (short) ~sum;
  }
}
