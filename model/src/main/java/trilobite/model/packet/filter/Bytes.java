// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.List;
import java.util.Locale;
import trilobite.model.packet.header.EtherType;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.header.IpProtocol;

/// Bytes of a header, counted from where it begins: `ip[2:2]`.
///
/// @param size 1, 2 or 4
record Bytes(String header, Quantity offset, int size) implements Quantity {

  private static final List<String> OWNERS =
      List.of("ether", "arp", "ip", "ip6", "tcp", "udp", "icmp", "icmp6");

  Bytes(String header, Quantity offset, int size) {
    this.header = header.toLowerCase(Locale.ROOT);
    this.offset = offset;
    this.size = size;
  }

  static boolean owner(Token token) {
    return OWNERS.stream().anyMatch(token::is);
  }

  @Override
  public long of(Candidate candidate) {
    long start = start(candidate.headers);
    long from = offset.of(candidate);
    var bytes = candidate.packet.bytes();
    if (start < 0 || from < 0 || from > bytes.limit() || start + from + size > bytes.limit()) {
      return ABSENT;
    }
    int at = (int) (start + from);
    return switch (size) {
      case 1 -> bytes.get(at) & 0xff;
      case 2 -> bytes.getShort(at) & 0xffff;
      default -> Integer.toUnsignedLong(bytes.getInt(at));
    };
  }

  private int start(Headers headers) {
    return switch (header) {
      case "ether" -> 0;
      case "arp" -> headers.etherType() == EtherType.ARP ? headers.network() : -1;
      case "ip" -> headers.etherType() == EtherType.IP4 ? headers.network() : -1;
      case "ip6" -> headers.etherType() == EtherType.IP6 ? headers.network() : -1;
      case "tcp" -> transport(headers, IpProtocol.TCP);
      case "udp" -> transport(headers, IpProtocol.UDP);
      case "icmp" -> transport(headers, IpProtocol.ICMP);
      default -> transport(headers, IpProtocol.ICMP6);
    };
  }

  private static int transport(Headers headers, int protocol) {
    return headers.protocol() == protocol ? headers.transport() : -1;
  }
}
