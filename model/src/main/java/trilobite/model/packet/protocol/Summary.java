// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.Packet;
import trilobite.model.packet.header.EtherType;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.header.IpProtocol;
import trilobite.model.packet.header.TcpFlags;
import trilobite.model.packet.layer.Slice;

/// A packet in one line, as lists show it.
///
/// @param protocol the innermost one that is known
/// @param info what it says; text from the wire is already made visible
public record Summary(String protocol, String info) {

  /// Under a microsecond for most packets, some for DNS and DHCP.
  public static Summary of(Packet packet, Headers headers, SeqStart base) {
    if (headers.fragment() && headers.transport() < 0) {
      return new Summary(
          headers.etherType() == EtherType.IP4 ? "IPv4" : "IPv6",
          "Fragment of " + IpProtocol.name(headers.protocol()));
    }
    if (headers.isTcp()) {
      return tcp(packet, headers, base);
    }
    if (headers.isUdp()) {
      return udp(packet, headers);
    }
    return deep(packet, headers);
  }

  private static Summary tcp(Packet packet, Headers headers, SeqStart base) {
    if (headers.payload() >= 0 && headers.payloadLength() > 0) {
      var payload = Slice.of(packet.bytes()).from(headers.payload()).first(headers.payloadLength());
      if (Http.begins(payload)) {
        return new Summary("HTTP", Http.line(payload));
      }
    }
    var tcp = headers.tcp();
    var text = new StringBuilder(80);
    text.append(headers.sourcePort()).append(" → ").append(headers.destinationPort());
    text.append(" [").append(TcpFlags.text(tcp.flags())).append("] Seq=");
    text.append(SeqStart.relative(tcp.seq(), base.seq()));
    if (headers.has(TcpFlags.ACK)) {
      text.append(" Ack=").append(SeqStart.relative(tcp.ack(), base.ack()));
    }
    text.append(" Win=").append(tcp.window());
    text.append(" Len=").append(headers.payloadLength());
    if (headers.has(TcpFlags.SYN)) {
      int mss = maximum(packet, headers);
      text.append(mss > 0 ? " MSS=" + mss : "");
    }
    return new Summary("TCP", text.toString());
  }

  /// Maximum segment size that a SYN offers, 0 for none.
  private static int maximum(Packet packet, Headers headers) {
    if (headers.payload() < 0) {
      return 0;
    }
    var head = Slice.of(packet.bytes()).from(headers.transport());
    int end = headers.payload() - headers.transport();
    int at = 20;
    while (at + 4 <= end && head.u8(at) != 0) {
      if (head.u8(at) == 2 && head.u8(at + 1) == 4) {
        return head.u16(at + 2);
      }
      at += head.u8(at) == 1 ? 1 : Math.max(1, head.u8(at + 1));
    }
    return 0;
  }

  private static Summary udp(Packet packet, Headers headers) {
    int from = headers.sourcePort();
    int to = headers.destinationPort();
    if (Dns.port(from) || Dns.port(to) || Dhcp.ports(from, to)) {
      return deep(packet, headers);
    }
    return new Summary("UDP", from + " → " + to + " Len=" + headers.payloadLength());
  }

  /// What the innermost layer that is more than bytes says.
  private static Summary deep(Packet packet, Headers headers) {
    var summary = new Summary("Ethernet", "");
    for (var layer : Decoder.decode(packet.bytes())) {
      if (!layer.name().equals("Data") && !layer.name().equals("IPv6 extension")) {
        var trouble = layer.trouble().map(why -> " [" + why + "]").orElse("");
        summary = new Summary(layer.name(), layer.text() + trouble);
        if (layer.name().startsWith("ICMP")) {
          // What an error carries is not what it is.
          break;
        }
      }
    }
    if (summary.protocol().equals("Ethernet") && headers.etherType() >= 0) {
      int type = headers.etherType();
      return new Summary(
          type < EtherType.LOWEST ? "802.3" : EtherType.name(type), packet.length() + " bytes");
    }
    return summary;
  }
}
