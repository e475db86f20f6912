// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.EtherType;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// ARP (RFC 826) for Ethernet and IPv4.
final class Arp {

  private Arp() {}

  static Next read(LayerBuilder layer, Slice bytes) {
    layer.name("ARP");
    layer.length(28);
    layer.number("Hardware type", 0, 2);
    layer.add("Protocol type", 2, 2, EtherType.name(bytes.u16(2)));
    long hardware = layer.number("Hardware size", 4, 1);
    long protocol = layer.number("Protocol size", 5, 1);
    int operation = bytes.u16(6);
    layer.add("Operation", 6, 2, operation(operation));
    if (hardware != 6 || protocol != 4) {
      layer.trouble("addresses of this kind are not read");
      layer.length(8);
      return Data.of(bytes.from(8));
    }
    layer.add("Sender's hardware", 8, 6, bytes.mac(8));
    layer.add("Sender", 14, 4, address(bytes, 14));
    layer.add("Target's hardware", 18, 6, bytes.mac(18));
    layer.add("Target", 24, 4, address(bytes, 24));
    layer.text(text(bytes, operation));
    // What follows fills the frame up to its least length.
    return Data.nothing(bytes);
  }

  private static String operation(int operation) {
    return switch (operation) {
      case 1 -> "request";
      case 2 -> "reply";
      default -> Integer.toString(operation);
    };
  }

  private static String text(Slice bytes, int operation) {
    var sender = address(bytes, 14);
    var target = address(bytes, 24);
    return switch (operation) {
      case 1 ->
          sender.equals(target)
              ? "I am " + sender + " at " + bytes.mac(8)
              : "Who has " + target + "? Tell " + sender;
      case 2 -> sender + " is at " + bytes.mac(8);
      default -> "Operation " + operation;
    };
  }

  private static String address(Slice bytes, int at) {
    return Address.four(bytes.bytes(), bytes.offset(at, 4)).toString();
  }
}
