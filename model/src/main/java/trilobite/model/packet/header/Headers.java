// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

import trilobite.model.packet.Packet;

/// A packet's headers, as far as they are there. Offsets are into the packet's bytes and -1 where
/// the header is not there, cut short, or in an earlier fragment.
///
/// @param etherType behind any tags; -1 where even that is cut
/// @param vlan of the innermost tag; -1 without one
/// @param network where the ARP, IPv4 or IPv6 header begins
/// @param source of IP, or ARP's sender
/// @param protocol what IP carries, behind IPv6's extension headers; -1 without IP
/// @param fragment true for a part of an IP packet
/// @param transport where the header of what IP carries begins; -1 in a fragment that is not the
///   first
/// @param sourcePort of TCP or UDP, -1 without one
/// @param destinationPort of TCP or UDP, -1 without one
/// @param payload where what TCP or UDP carry begins
/// @param payloadLength bytes of it on the wire, as the IP header has it, but never more than the
///   frame had
/// @param tcp [Tcp#NONE] where it is no TCP
public record Headers(
    int etherType,
    int vlan,
    int network,
    Address source,
    Address destination,
    int protocol,
    boolean fragment,
    int transport,
    int sourcePort,
    int destinationPort,
    int payload,
    int payloadLength,
    Tcp tcp) {

  /// Looks at a packet; about 50 ns.
  public static Headers of(Packet packet) {
    return new HeaderScan(packet.bytes(), packet.length()).headers();
  }

  public boolean isTcp() {
    return protocol == IpProtocol.TCP && sourcePort >= 0;
  }

  public boolean isUdp() {
    return protocol == IpProtocol.UDP && sourcePort >= 0;
  }

  public boolean isIp() {
    return protocol >= 0;
  }

  /// True where `flag` of [TcpFlags] is set.
  public boolean has(int flag) {
    return (tcp.flags() & flag) != 0;
  }

  /// What a TCP header says (RFC 9293, section 3.1).
  ///
  /// @param seq sequence number, unsigned
  /// @param ack acknowledgement number, unsigned
  /// @param window as sent, not scaled
  public record Tcp(int flags, long seq, long ack, int window) {
    public static final Tcp NONE = new Tcp(0, 0, 0, 0);
  }
}
