// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.header.EtherType;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// Ethernet II and 802.3 frames (IEEE 802.3, clause 3) and 802.1Q tags (IEEE 802.1Q, clause 9).
final class Ethernet {

  private Ethernet() {}

  static Next read(LayerBuilder layer, Slice bytes) {
    layer.name("Ethernet");
    layer.length(14);
    layer.add("Destination", 0, 6, mac(bytes, 0));
    layer.add("Source", 6, 6, mac(bytes, 6));
    layer.text("from " + mac(bytes, 6) + " to " + mac(bytes, 0));
    int type = bytes.u16(12);
    if (type < EtherType.LOWEST) {
      layer.number("Length", 12, 2);
      return Data.of(Data.claimed(layer, bytes.from(14), type, 0));
    }
    return carried(layer, 12, type, bytes);
  }

  private static String mac(Slice bytes, int at) {
    var mac = bytes.mac(at);
    return mac.equals("ff:ff:ff:ff:ff:ff") ? "everybody" : mac;
  }

  private static Next tag(LayerBuilder layer, Slice bytes) {
    layer.name("802.1Q");
    layer.length(4);
    int control = bytes.u16(0);
    layer.add("Priority", 0, 1, Integer.toString(control >> 13));
    layer.add("May be dropped", 0, 1, (control & 0x1000) != 0 ? "yes" : "no");
    layer.add("VLAN", 0, 2, Integer.toString(control & 0xfff));
    layer.text("VLAN " + (control & 0xfff));
    return carried(layer, 2, bytes.u16(2), bytes);
  }

  private static Next carried(LayerBuilder layer, int at, int type, Slice bytes) {
    layer.add("Type", at, 2, EtherType.name(type));
    var rest = bytes.from(at + 2);
    if (EtherType.tag(type)) {
      return new Next(Ethernet::tag, rest);
    }
    return switch (type) {
      case EtherType.ARP -> new Next(Arp::read, rest);
      case EtherType.IP4 -> new Next(Ip4::read, rest);
      case EtherType.IP6 -> new Next(Ip6::read, rest);
      default -> Data.of(rest);
    };
  }
}
