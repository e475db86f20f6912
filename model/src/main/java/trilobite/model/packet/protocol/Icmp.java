// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol;
import trilobite.model.packet.layer.Slice;

/// ICMP (RFC 792).
record Icmp(Pseudo around) implements Protocol {

  @Override
  public Next read(LayerBuilder layer, Slice bytes) {
    layer.name("ICMP");
    layer.length(8);
    int type = bytes.u8(0);
    int code = bytes.u8(1);
    layer.add("Type", 0, 1, type + " (" + name(type, code) + ")");
    layer.number("Code", 1, 1);
    layer.text(name(type, code));
    Checksum.add(layer, bytes, 2, 0, around.whole());
    if (type == 8 || type == 0) {
      return echo(layer, bytes, name(type, code));
    }
    layer.add("Rest of header", 4, 4, bytes.hex(4, 4));
    // Errors carry the beginning of the packet that caused them.
    boolean error = type == 3 || type == 4 || type == 5 || type == 11 || type == 12;
    return error ? new Next(Ip4::read, bytes.from(8)) : Data.of(bytes.from(8));
  }

  static Next echo(LayerBuilder layer, Slice bytes, String name) {
    long id = layer.hex("Identifier", 4, 2);
    long sequence = layer.number("Sequence", 6, 2);
    layer.text(name + " id=" + LayerBuilder.hex(id, 2) + " seq=" + sequence);
    return Data.of(bytes.from(8));
  }

  static String name(int type, int code) {
    return switch (type) {
      case 0 -> "Echo (ping) reply";
      case 3 ->
          switch (code) {
            case 0 -> "Network unreachable";
            case 1 -> "Host unreachable";
            case 2 -> "Protocol unreachable";
            case 3 -> "Port unreachable";
            case 4 -> "Fragmentation needed";
            case 13 -> "Forbidden by a filter";
            default -> "Destination unreachable, code " + code;
          };
      case 5 -> "Redirect";
      case 8 -> "Echo (ping) request";
      case 11 -> "Time to live exceeded";
      case 12 -> "Parameter problem";
      default -> "ICMP type " + type + " code " + code;
    };
  }
}
