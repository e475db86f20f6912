// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.Packet;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.header.Headers;

/// Packets that a filter passes only since they got their mark: a SYN counts as dropped a second
/// after it came, when whoever follows has long passed by.
final class LatePackets {

  private static final int MOST = 10_000;

  private final PacketSource source;
  private final PacketFilter filter;
  private OptionalLong began = OptionalLong.empty();
  private long seen;

  LatePackets(PacketSource source, PacketFilter filter) {
    this.source = source;
    this.filter = filter;
  }

  /// Those that were passed by since the first call.
  ///
  /// @param number of the packet to look at next
  List<Packet> before(long number) {
    if (began.isEmpty()) {
      began = OptionalLong.of(number);
    }
    var changes = source.table().marksSince(seen, MOST);
    seen = changes.next();
    var late = new ArrayList<Packet>();
    for (long one : changes.numbers()) {
      if (one >= began.getAsLong() && one < number) {
        source.log().packet(one).filter(this::onlyNow).ifPresent(late::add);
      }
    }
    return late;
  }

  private boolean onlyNow(Packet packet) {
    var headers = Headers.of(packet);
    var row = source.table().row(packet, headers);
    return filter.matches(packet, headers, () -> row)
        && !filter.matches(packet, headers, () -> unmarked(row));
  }

  private static PacketRow unmarked(PacketRow row) {
    return new PacketRow(
        row.number(),
        row.time(),
        row.wall(),
        row.direction(),
        row.source(),
        row.sourcePort(),
        row.destination(),
        row.destinationPort(),
        row.protocol(),
        row.length(),
        row.info(),
        Optional.empty(),
        row.flow());
  }
}
