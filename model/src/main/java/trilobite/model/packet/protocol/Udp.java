// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.header.PortName;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol;
import trilobite.model.packet.layer.Slice;

/// UDP (RFC 768).
record Udp(Pseudo around) implements Protocol {

  private static final int HEAD = 8;

  @Override
  public Next read(LayerBuilder layer, Slice bytes) {
    layer.name("UDP");
    layer.length(HEAD);
    int source = bytes.u16(0);
    int destination = bytes.u16(2);
    layer.add("Source port", 0, 2, PortName.text(source));
    layer.add("Destination port", 2, 2, PortName.text(destination));
    int length = (int) layer.number("Length", 4, 2);
    layer.text("ports " + source + " → " + destination + " length " + length);
    var datagram = length == 0 ? bytes : Data.claimed(layer, bytes, length, HEAD);
    if (bytes.u16(6) == 0) {
      layer.add("Checksum", 6, 2, "none");
    } else {
      boolean whole = around.whole() && length == datagram.size();
      Checksum.add(layer, datagram, 6, around.sum(datagram.size()), whole);
    }
    return application(source, destination, datagram.from(HEAD));
  }

  private static Next application(int source, int destination, Slice bytes) {
    if (Dns.port(source) || Dns.port(destination)) {
      return new Next(Dns::read, bytes);
    }
    return Dhcp.ports(source, destination) ? new Next(Dhcp::read, bytes) : Data.of(bytes);
  }
}
