// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import java.util.List;
import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.IpProtocol;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// IPv4 (RFC 791, section 3.1).
final class Ip4 {

  private static final int DONT = 0x4000;
  private static final int MORE = 0x2000;

  private Ip4() {}

  static Next read(LayerBuilder layer, Slice bytes) {
    layer.name("IPv4");
    int version = bytes.u8(0) >> 4;
    int head = (bytes.u8(0) & 15) * 4;
    layer.length(Math.max(20, head));
    layer.add("Version", 0, 1, Integer.toString(version));
    layer.add("Header length", 0, 1, head + " bytes");
    layer.hex("Service and congestion", 1, 1);
    long total = layer.number("Total length", 2, 2);
    layer.hex("Identification", 4, 2);
    int part = bytes.u16(6);
    layer.add("Flags", 6, 1, flags(part), parts(layer, part));
    layer.add("Fragment offset", 6, 2, Integer.toString((part & 0x1fff) * 8));
    layer.number("Time to live", 8, 1);
    int protocol = bytes.u8(9);
    layer.add("Protocol", 9, 1, IpProtocol.name(protocol));
    var source = address(bytes, 12);
    var destination = address(bytes, 16);
    if (version != 4 || head < 20) {
      layer.trouble(version != 4 ? "version " + version : "header of " + head + " bytes");
      return Data.nothing(bytes);
    }
    Checksum.add(layer, bytes.first(head), 10, 0, bytes.has(0, head));
    layer.add("Source", 12, 4, source);
    layer.add("Destination", 16, 4, destination);
    if (head > 20) {
      layer.add("Options", 20, head - 20, bytes.hex(20, head - 20));
    }
    layer.text("from " + source + " to " + destination + " total " + total);
    var packet = total == 0 ? bytes : Data.claimed(layer, bytes, (int) total, head);
    boolean fragment = (part & 0x3fff) != 0;
    boolean whole = !fragment && (total == 0 || total <= bytes.size());
    var pseudo = new Pseudo(bytes.from(12).first(8), protocol, whole);
    return (part & 0x1fff) != 0
        ? Data.of(packet.from(head))
        : Carried.next(pseudo, packet.from(head));
  }

  private static String flags(int part) {
    if ((part & DONT) != 0) {
      return "do not fragment";
    }
    return (part & MORE) != 0 ? "more fragments" : "none";
  }

  private static List<trilobite.model.packet.layer.Field> parts(LayerBuilder layer, int part) {
    return List.of(
        layer.part("Do not fragment", 6, 1, (part & DONT) != 0 ? "set" : "not set"),
        layer.part("More fragments", 6, 1, (part & MORE) != 0 ? "set" : "not set"));
  }

  static String address(Slice bytes, int at) {
    return Address.four(bytes.bytes(), bytes.offset(at, 4)).toString();
  }
}
