// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

/// Numbers by which IP says what it carries (IANA protocol numbers).
public final class IpProtocol {

  public static final int ICMP = 1;
  public static final int TCP = 6;
  public static final int UDP = 17;
  public static final int ICMP6 = 58;

  /// IPv6 headers between the first and what is carried (RFC 8200, section 4).
  public static final int HOP_BY_HOP = 0;

  public static final int ROUTING = 43;
  public static final int FRAGMENT = 44;
  public static final int AUTHENTICATION = 51;
  public static final int NOTHING = 59;
  public static final int DESTINATION = 60;

  private IpProtocol() {}

  /// True for an IPv6 header behind which another one stands.
  public static boolean extension(int protocol) {
    return protocol == HOP_BY_HOP
        || protocol == ROUTING
        || protocol == FRAGMENT
        || protocol == AUTHENTICATION
        || protocol == DESTINATION
        || protocol == 135
        || protocol == 139
        || protocol == 140;
  }

  public static String name(int protocol) {
    return switch (protocol) {
      case HOP_BY_HOP -> "Hop-by-hop options";
      case ICMP -> "ICMP";
      case 2 -> "IGMP";
      case 4 -> "IPv4";
      case TCP -> "TCP";
      case UDP -> "UDP";
      case 41 -> "IPv6";
      case ROUTING -> "Routing header";
      case FRAGMENT -> "Fragment header";
      case 47 -> "GRE";
      case 50 -> "ESP";
      case AUTHENTICATION -> "AH";
      case ICMP6 -> "ICMPv6";
      case NOTHING -> "No next header";
      case DESTINATION -> "Destination options";
      case 89 -> "OSPF";
      case 132 -> "SCTP";
      default -> "protocol " + protocol;
    };
  }
}
