// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.IpProtocol;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// IPv6 and its extension headers (RFC 8200, sections 3 and 4).
final class Ip6 {

  private Ip6() {}

  static Next read(LayerBuilder layer, Slice bytes) {
    layer.name("IPv6");
    layer.length(40);
    int version = bytes.u8(0) >> 4;
    layer.add("Version", 0, 1, Integer.toString(version));
    layer.add("Traffic class", 0, 2, LayerBuilder.hex(bytes.u16(0) >> 4 & 0xff, 1));
    layer.add("Flow label", 1, 3, LayerBuilder.hex(bytes.u32(0) & 0xfffff, 3));
    long length = layer.number("Payload length", 4, 2);
    int protocol = bytes.u8(6);
    layer.add("Next header", 6, 1, IpProtocol.name(protocol));
    layer.number("Hop limit", 7, 1);
    var source = address(bytes, 8);
    var destination = address(bytes, 24);
    layer.add("Source", 8, 16, source);
    layer.add("Destination", 24, 16, destination);
    layer.text("from " + source + " to " + destination + " payload " + length);
    if (version != 6) {
      layer.trouble("version " + version);
      return Data.nothing(bytes);
    }
    var rest = bytes.from(40);
    var payload = length == 0 ? rest : Data.claimed(layer, rest, (int) length, 0);
    var pseudo = new Pseudo(bytes.from(8).first(32), protocol, length <= rest.size());
    return behind(pseudo, payload);
  }

  private static Next behind(Pseudo pseudo, Slice bytes) {
    if (pseudo.protocol() == IpProtocol.NOTHING) {
      return Data.of(bytes);
    }
    return IpProtocol.extension(pseudo.protocol())
        ? new Next(new Extension(pseudo), bytes)
        : Carried.next(pseudo, bytes);
  }

  /// One header between the first and what is carried.
  private record Extension(Pseudo pseudo) implements Protocol {

    @Override
    public Next read(LayerBuilder layer, Slice bytes) {
      int kind = pseudo.protocol();
      layer.name("IPv6 extension");
      layer.text(IpProtocol.name(kind));
      int next = bytes.u8(0);
      layer.add("Next header", 0, 1, IpProtocol.name(next));
      if (kind == IpProtocol.FRAGMENT) {
        return fragment(layer, bytes, next);
      }
      int size = kind == IpProtocol.AUTHENTICATION ? (bytes.u8(1) + 2) * 4 : (bytes.u8(1) + 1) * 8;
      layer.length(size);
      layer.add("Length", 1, 1, size + " bytes");
      layer.add("Content", 2, size - 2, bytes.hex(2, size - 2));
      return behind(new Pseudo(pseudo.addresses(), next, pseudo.whole()), bytes.from(size));
    }

    private Next fragment(LayerBuilder layer, Slice bytes, int next) {
      layer.length(8);
      int part = bytes.u16(2);
      layer.add("Fragment offset", 2, 2, Integer.toString(part & 0xfff8));
      layer.add("More fragments", 3, 1, (part & 1) != 0 ? "set" : "not set");
      layer.hex("Identification", 4, 4);
      return (part & 0xfff8) != 0
          ? Data.of(bytes.from(8))
          : behind(new Pseudo(pseudo.addresses(), next, false), bytes.from(8));
    }
  }

  static String address(Slice bytes, int at) {
    return Address.six(bytes.bytes(), bytes.offset(at, 16)).toString();
  }
}
