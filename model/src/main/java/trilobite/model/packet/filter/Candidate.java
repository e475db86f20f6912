// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Headers;

/// A packet before a filter. Its row costs much more than its headers, and few filters ask for it.
final class Candidate {

  final Packet packet;
  final Headers headers;
  private final Supplier<PacketRow> maker;
  private @Nullable PacketRow row;

  Candidate(Packet packet, Headers headers, Supplier<PacketRow> maker) {
    this.packet = packet;
    this.headers = headers;
    this.maker = maker;
  }

  PacketRow row() {
    var known = row;
    if (known == null) {
      known = maker.get();
      row = known;
    }
    return known;
  }
}
