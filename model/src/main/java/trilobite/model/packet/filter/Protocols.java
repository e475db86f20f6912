// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.List;
import java.util.Locale;
import trilobite.model.packet.header.EtherType;
import trilobite.model.packet.header.IpProtocol;

/// Protocols by name.
final class Protocols {

  /// Those that can stand before a value.
  static final List<String> NAMES =
      List.of("ether", "ip", "ip6", "arp", "icmp", "icmp6", "tcp", "udp");

  /// Those that only a list's column knows.
  static final List<String> APPLICATIONS = List.of("http", "dns", "dhcp");

  private Protocols() {}

  static boolean name(Token token) {
    return NAMES.stream().anyMatch(token::is);
  }

  static Condition of(Token token) {
    return switch (token.text().toLowerCase(Locale.ROOT)) {
      case "ip" -> ether(EtherType.IP4);
      case "ip6" -> ether(EtherType.IP6);
      case "arp" -> ether(EtherType.ARP);
      case "icmp" -> ip(IpProtocol.ICMP);
      case "icmp6" -> ip(IpProtocol.ICMP6);
      case "tcp" -> ip(IpProtocol.TCP);
      case "udp" -> ip(IpProtocol.UDP);
      default -> candidate -> true;
    };
  }

  static Condition ether(int type) {
    return candidate -> candidate.headers.etherType() == type;
  }

  static Condition ip(int protocol) {
    return candidate -> candidate.headers.protocol() == protocol;
  }
}
