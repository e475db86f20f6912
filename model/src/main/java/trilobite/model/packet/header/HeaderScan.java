// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

import java.nio.ByteBuffer;

/// Goes through a packet's headers once. Any length may lie: nothing behind the captured bytes is
/// read, and no header counts that does not lie within the one around it.
final class HeaderScan {

  private static final int ETHERNET = 14;
  private static final int TAG = 4;
  private static final int MOST_TAGS = 4;
  private static final int MOST_EXTENSIONS = 16;
  private static final int UDP = 8;
  private static final int TCP = 20;

  private final ByteBuffer bytes;
  private final int captured;
  private final int wire;

  private int etherType = -1;
  private int vlan = -1;
  private int network = -1;
  private Address source = Address.NONE;
  private Address destination = Address.NONE;
  private int protocol = -1;
  private boolean fragment;
  private int transport = -1;
  private int sourcePort = -1;
  private int destinationPort = -1;
  private int payload = -1;
  private int payloadLength;
  private Headers.Tcp tcp = Headers.Tcp.NONE;

  HeaderScan(ByteBuffer bytes, int wire) {
    this.bytes = bytes;
    this.captured = bytes.limit();
    this.wire = Math.max(wire, captured);
  }

  Headers headers() {
    ethernet();
    return new Headers(
        etherType,
        vlan,
        network,
        source,
        destination,
        protocol,
        fragment,
        transport,
        sourcePort,
        destinationPort,
        payload,
        payloadLength,
        tcp);
  }

  private int u8(int at) {
    return bytes.get(at) & 0xff;
  }

  private int u16(int at) {
    return bytes.getShort(at) & 0xffff;
  }

  private void ethernet() {
    if (captured < ETHERNET) {
      return;
    }
    etherType = u16(ETHERNET - 2);
    int at = ETHERNET;
    for (int i = 0; i < MOST_TAGS && EtherType.tag(etherType) && at + TAG <= captured; i++) {
      vlan = u16(at) & 0xfff;
      etherType = u16(at + 2);
      at += TAG;
    }
    switch (etherType) {
      case EtherType.ARP -> arp(at);
      case EtherType.IP4 -> four(at);
      case EtherType.IP6 -> six(at);
      default -> {}
    }
  }

  /// RFC 826, for Ethernet and IPv4.
  private void arp(int at) {
    if (at + 28 <= captured && u16(at + 2) == EtherType.IP4 && u16(at + 4) == 0x0604) {
      network = at;
      source = Address.four(bytes, at + 14);
      destination = Address.four(bytes, at + 24);
    }
  }

  /// RFC 791, section 3.1.
  private void four(int at) {
    int head = at < captured ? (u8(at) & 15) * 4 : 0;
    if (at + 20 > captured || u8(at) >> 4 != 4 || head < 20) {
      return;
    }
    network = at;
    source = Address.four(bytes, at + 12);
    destination = Address.four(bytes, at + 16);
    protocol = u8(at + 9);
    int total = u16(at + 2);
    int part = u16(at + 6);
    fragment = (part & 0x3fff) != 0;
    // A total of 0 means a packet that the sender's card was to cut into pieces.
    int end = total == 0 ? wire : Math.min(wire, at + total);
    if ((part & 0x1fff) == 0) {
      carried(at + head, end);
    }
  }

  /// RFC 8200, sections 3 and 4.
  private void six(int at) {
    if (at + 40 > captured || u8(at) >> 4 != 6) {
      return;
    }
    network = at;
    source = Address.six(bytes, at + 8);
    destination = Address.six(bytes, at + 24);
    protocol = u8(at + 6);
    int length = u16(at + 4);
    int end = length == 0 ? wire : Math.min(wire, at + 40 + length);
    int next = at + 40;
    for (int i = 0; IpProtocol.extension(protocol); i++) {
      if (i == MOST_EXTENSIONS || next + 8 > Math.min(captured, end)) {
        return;
      }
      int size = (u8(next + 1) + 1) * 8;
      if (protocol == IpProtocol.FRAGMENT) {
        size = 8;
        fragment = true;
        if (u16(next + 2) >> 3 != 0) {
          protocol = u8(next);
          return;
        }
      } else if (protocol == IpProtocol.AUTHENTICATION) {
        size = (u8(next + 1) + 2) * 4;
      }
      protocol = u8(next);
      next += size;
    }
    carried(next, end);
  }

  private void carried(int at, int end) {
    if (at >= Math.min(captured, end)) {
      return;
    }
    transport = at;
    int there = Math.min(captured, end) - at;
    if (protocol == IpProtocol.TCP && there >= TCP) {
      tcp(at, end);
    } else if (protocol == IpProtocol.UDP && there >= UDP) {
      ports(at);
      payload = at + UDP;
      int claimed = u16(at + 4) - UDP;
      payloadLength = claimed < 0 ? end - payload : Math.min(claimed, end - payload);
    }
  }

  private void ports(int at) {
    sourcePort = u16(at);
    destinationPort = u16(at + 2);
  }

  private void tcp(int at, int end) {
    ports(at);
    int head = (u8(at + 12) >> 4) * 4;
    tcp =
        new Headers.Tcp(
            u8(at + 13),
            Integer.toUnsignedLong(bytes.getInt(at + 4)),
            Integer.toUnsignedLong(bytes.getInt(at + 8)),
            u16(at + 14));
    if (head >= TCP && at + head <= Math.min(captured, end)) {
      payload = at + head;
      payloadLength = end - payload;
    }
  }
}
