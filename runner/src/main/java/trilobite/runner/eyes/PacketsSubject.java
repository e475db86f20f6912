// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.Listing;
import trilobite.model.guest.PacketRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.packet.PacketSpan;
import trilobite.model.packet.flow.PacketTable;
import trilobite.model.packet.flow.PortRefusals;
import trilobite.model.reading.Source;
import trilobite.model.time.HostClock;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.live.Session;

/// The guest's network as its captured packets tell it. Needs no symbols.
final class PacketsSubject implements Subject {

  /// As many as a table of a query or a panel of one screen can use; the capture has all.
  private static final int NEWEST = 10_000;

  /// About a second's reading; what is left comes with the next look.
  private static final int MOST_AT_ONCE = 500_000;

  @Override
  public List<View<?>> views() {
    return List.of(Views.PACKETS, Views.FLOWS, Views.REFUSALS);
  }

  @Override
  public void open(Scene scene) {
    var session = scene.session();
    var network = new Network(session);
    scene.show(Views.PACKETS, () -> network.look(network::newest));
    scene.show(Views.FLOWS, () -> network.look(span -> network.table.flows()));
    scene.show(
        Views.REFUSALS,
        () ->
            network.look(
                span ->
                    new Listing<>(
                        network.table.refusals().stream().map(PortRefusals::row).toList(),
                        Optional.empty())));
  }

  @FunctionalInterface
  private interface Rows<R> {
    Listing<R> of(PacketSpan span);
  }

  private record Network(Session session, PacketTable table) {

    Network(Session session) {
      this(
          session,
          new PacketTable(
              new RecordedPackets(session.runFolder(), () -> session.status().state().alive())));
    }

    /// A guest of somebody else's may have its packets seen later than the rest.
    <R extends Record> Look.Seen<R> look(Rows<R> rows) throws IOException {
      if (session.packets().isEmpty()) {
        throw new IOException(session.packetless());
      }
      try {
        var span = table.update(MOST_AT_ONCE);
        var clock = session.status().clock();
        if (clock.isPresent() && table.log().live()) {
          table.advance(clock.get().millisAt(HostClock.nanos()));
        }
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

    private Listing<PacketRow> newest(PacketSpan span) {
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
}
