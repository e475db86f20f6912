// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.packet.header.PortName;
import trilobite.model.packet.header.TcpFlags;
import trilobite.model.packet.layer.Field;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol;
import trilobite.model.packet.layer.Slice;

/// TCP (RFC 9293, section 3.1).
record Tcp(Pseudo around) implements Protocol {

  private static final int HEAD = 20;

  @Override
  public Next read(LayerBuilder layer, Slice bytes) {
    layer.name("TCP");
    layer.length(HEAD);
    int source = bytes.u16(0);
    int destination = bytes.u16(2);
    layer.add("Source port", 0, 2, PortName.text(source));
    layer.add("Destination port", 2, 2, PortName.text(destination));
    long seq = layer.number("Sequence", 4, 4);
    long ack = layer.number("Acknowledgement", 8, 4);
    int head = (bytes.u8(12) >> 4) * 4;
    layer.add("Header length", 12, 1, head + " bytes");
    int flags = bytes.u8(13);
    layer.add("Flags", 13, 1, TcpFlags.text(flags), flags(layer, flags));
    layer.number("Window", 14, 2);
    Checksum.add(layer, bytes, 16, around.sum(bytes.size()), around.whole());
    layer.number("Urgent", 18, 2);
    layer.text(
        "ports "
            + source
            + " → "
            + destination
            + " flags "
            + TcpFlags.text(flags)
            + " seq "
            + seq
            + " ack "
            + ack);
    if (head < HEAD || head > bytes.size()) {
      layer.trouble("claims a header of " + head + " bytes, and " + bytes.size() + " are here");
      return Data.nothing(bytes);
    }
    layer.length(head);
    if (head > HEAD) {
      TcpOptions.add(layer, bytes.first(head));
    }
    return application(source, destination, bytes.from(head));
  }

  private static List<Field> flags(LayerBuilder layer, int flags) {
    var parts = new ArrayList<Field>();
    for (int bit = 7; bit >= 0; bit--) {
      boolean set = (flags >> bit & 1) != 0;
      parts.add(layer.part(TcpFlags.text(1 << bit), 13, 1, set ? "set" : "not set"));
    }
    return parts;
  }

  private static Next application(int source, int destination, Slice bytes) {
    if (Http.begins(bytes)) {
      return new Next(Http::read, bytes);
    }
    // Over TCP a length of two bytes stands before each message (RFC 1035, section 4.2.2).
    boolean dns = Dns.port(source) || Dns.port(destination);
    return dns && bytes.size() > 2 ? new Next(Dns::read, bytes.from(2)) : Data.of(bytes);
  }
}
