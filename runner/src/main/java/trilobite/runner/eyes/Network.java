// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Optional;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.PacketSpan;
import trilobite.model.packet.flow.PacketTable;
import trilobite.model.reading.Source;
import trilobite.model.time.HostClock;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.live.Session;

/// A guest's captured packets, taken in by whoever asks first. Safe from any thread.
final class Network {

  /// As many as a table of a query or a panel of one screen can use; the capture has all.
  private static final int NEWEST = 10_000;

  /// About a second's reading; what is left comes with the next look.
  private static final int MOST_AT_ONCE = 500_000;

  /// Each row of a table asks for its connection: packets of the last moment can wait.
  private static final long KEPT_NANOS = 250_000_000;

  private final Session session;
  private final PacketTable table;
  private volatile long updatedAt = HostClock.nanos() - KEPT_NANOS;

  /// A view's rows out of the packets that there are.
  @FunctionalInterface
  interface Rows<R> {
    Listing<R> of(PacketSpan span);
  }

  Network(Session session) {
    this.session = session;
    this.table =
        new PacketTable(
            new RecordedPackets(session.runFolder(), () -> session.status().state().alive()));
  }

  PacketTable table() {
    return table;
  }

  /// A guest of somebody else's may have its packets seen later than the rest.
  <R extends Record> Look.Seen<R> look(Rows<R> rows) throws IOException {
    try {
      var span = update();
      var listing = rows.of(span);
      var behind = table.known() < span.end();
      return Look.Seen.of(
          behind
              ? new Listing<>(listing.rows(), Optional.of("older packets are still being read"))
              : listing,
          Source.Kind.RELAY,
          "packets.pcap of the run, written by the relay");
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private PacketSpan update() throws IOException {
    if (session.packets().isEmpty()) {
      throw new IOException(session.packetless());
    }
    updatedAt = HostClock.nanos();
    var span = table.update(MOST_AT_ONCE);
    var clock = session.status().clock();
    if (clock.isPresent() && table.log().live()) {
      table.advance(clock.get().millisAt(HostClock.nanos()));
    }
    return span;
  }

  /// The newest TCP connection between two ports, as it was a moment ago. Empty where packets are
  /// not looked at.
  Optional<FlowRow> between(long guestPort, long peerPort) {
    try {
      if (HostClock.nanos() - updatedAt >= KEPT_NANOS) {
        update();
      }
    } catch (IOException | UncheckedIOException e) {
      // The packets' own view says why.
    }
    return table.flow(guestPort, peerPort);
  }

  Listing<PacketRow> newest(PacketSpan span) {
    var rows = new ArrayList<PacketRow>();
    long from = Math.max(span.first(), table.known() - NEWEST);
    table.log().read(from, NEWEST, packet -> rows.add(table.row(packet)));
    return new Listing<>(
        rows,
        from > 1
            ? Optional.of("only the newest " + rows.size() + " packets are listed")
            : Optional.empty());
  }
}
