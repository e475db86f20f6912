// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

/// Numbers by which Ethernet says what it carries (IEEE 802 numbers).
public final class EtherType {

  public static final int IP4 = 0x0800;
  public static final int ARP = 0x0806;
  public static final int IP6 = 0x86dd;

  /// What is below is the length of an IEEE 802.3 frame instead.
  public static final int LOWEST = 0x0600;

  private EtherType() {}

  /// True for a tag that stands before the real type: 802.1Q, 802.1ad and its elder.
  public static boolean tag(int type) {
    return type == 0x8100 || type == 0x88a8 || type == 0x9100;
  }

  public static String name(int type) {
    return switch (type) {
      case IP4 -> "IPv4";
      case ARP -> "ARP";
      case IP6 -> "IPv6";
      case 0x8100 -> "802.1Q";
      case 0x88a8 -> "802.1ad";
      case 0x88cc -> "LLDP";
      case 0x8035 -> "RARP";
      default -> "0x%04x".formatted(type);
    };
  }
}
