// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol;
import trilobite.model.packet.layer.Slice;

/// ICMPv6 (RFC 4443) and neighbour discovery (RFC 4861).
record Icmp6(Pseudo around) implements Protocol {

  private static final int MOST_OPTIONS = 32;

  @Override
  public Next read(LayerBuilder layer, Slice bytes) {
    layer.name("ICMPv6");
    layer.length(8);
    int type = bytes.u8(0);
    layer.add("Type", 0, 1, type + " (" + name(type) + ")");
    layer.number("Code", 1, 1);
    layer.text(name(type));
    Checksum.add(layer, bytes, 2, around.sum(bytes.size()), around.whole());
    return switch (type) {
      case 128, 129 -> Icmp.echo(layer, bytes, name(type));
      case 1, 2, 3, 4 -> {
        layer.add("Rest of header", 4, 4, bytes.hex(4, 4));
        yield new Next(Ip6::read, bytes.from(8));
      }
      case 135, 136 -> neighbour(layer, bytes, type);
      case 133 -> options(layer, bytes, 8);
      case 134 -> options(layer, bytes, 16);
      default -> Data.of(bytes.from(4));
    };
  }

  private static Next neighbour(LayerBuilder layer, Slice bytes, int type) {
    var target = Ip6.address(bytes, 8);
    layer.add("Target", 8, 16, target);
    layer.text(name(type) + (type == 135 ? " for " : " of ") + target);
    return options(layer, bytes, 24);
  }

  private static Next options(LayerBuilder layer, Slice bytes, int from) {
    layer.length(bytes.size());
    int at = from;
    for (int i = 0; i < MOST_OPTIONS && at < bytes.size(); i++) {
      int size = bytes.u8(at + 1) * 8;
      if (size == 0) {
        layer.trouble("an option of no length");
        break;
      }
      layer.add(option(bytes.u8(at)), at, size, bytes.hex(at + 2, size - 2));
      at += size;
    }
    return Data.nothing(bytes);
  }

  private static String option(int kind) {
    return switch (kind) {
      case 1 -> "Source's hardware";
      case 2 -> "Target's hardware";
      case 3 -> "Prefix";
      case 5 -> "Greatest packet";
      case 25 -> "Name servers";
      default -> "Option " + kind;
    };
  }

  static String name(int type) {
    return switch (type) {
      case 1 -> "Destination unreachable";
      case 2 -> "Packet too big";
      case 3 -> "Hop limit exceeded";
      case 4 -> "Parameter problem";
      case 128 -> "Echo (ping) request";
      case 129 -> "Echo (ping) reply";
      case 130 -> "Multicast listener query";
      case 131, 143 -> "Multicast listener report";
      case 133 -> "Router solicitation";
      case 134 -> "Router advertisement";
      case 135 -> "Neighbour solicitation";
      case 136 -> "Neighbour advertisement";
      default -> "ICMPv6 type " + type;
    };
  }
}
