// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.Slice;

/// A resource record of a DNS message (RFC 1035, section 4.1.3).
///
/// @param gist type and value
record DnsRecord(String text, String gist, int end) {

  static DnsRecord read(Slice bytes, int from) {
    var name = DnsName.read(bytes, from);
    int at = name.end();
    int type = bytes.u16(at);
    long seconds = bytes.u32(at + 4);
    int length = bytes.u16(at + 8);
    var gist = type(type) + " " + value(bytes, type, at + 10, length);
    var text = name.text() + " " + gist + ", for " + seconds + " s";
    return new DnsRecord(text, gist, at + 10 + length);
  }

  static String type(int type) {
    return switch (type) {
      case 1 -> "A";
      case 2 -> "NS";
      case 5 -> "CNAME";
      case 6 -> "SOA";
      case 12 -> "PTR";
      case 15 -> "MX";
      case 16 -> "TXT";
      case 28 -> "AAAA";
      case 33 -> "SRV";
      case 41 -> "OPT";
      case 65 -> "HTTPS";
      case 255 -> "ANY";
      default -> "type " + type;
    };
  }

  private static String value(Slice bytes, int type, int at, int length) {
    return switch (type) {
      case 1 -> length == 4 ? Ip4.address(bytes, at) : bytes.hex(at, length);
      case 28 -> length == 16 ? Ip6.address(bytes, at) : bytes.hex(at, length);
      case 2, 5, 12 -> DnsName.read(bytes, at).text();
      case 15 -> DnsName.read(bytes, at + 2).text();
      case 33 -> DnsName.read(bytes, at + 6).text() + ":" + bytes.u16(at + 4);
      case 16 -> length > 0 ? bytes.text(at + 1, length - 1) : "";
      default -> bytes.hex(at, length);
    };
  }
}
