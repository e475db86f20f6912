// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.header.IpProtocol;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// What an IP packet carries.
final class Carried {

  private Carried() {}

  static Next next(Pseudo pseudo, Slice bytes) {
    return switch (pseudo.protocol()) {
      case IpProtocol.TCP -> new Next(new Tcp(pseudo), bytes);
      case IpProtocol.UDP -> new Next(new Udp(pseudo), bytes);
      case IpProtocol.ICMP -> new Next(new Icmp(pseudo), bytes);
      case IpProtocol.ICMP6 -> new Next(new Icmp6(pseudo), bytes);
      case 4 -> new Next(Ip4::read, bytes);
      case 41 -> new Next(Ip6::read, bytes);
      default -> Data.of(bytes);
    };
  }
}
