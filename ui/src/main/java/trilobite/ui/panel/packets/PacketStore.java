// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.PacketSpan;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.flow.PacketTable;
import trilobite.model.packet.flow.PortRefusals;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.layer.Layer;
import trilobite.model.packet.protocol.Decoder;

/// The packets of one run as a list that a filter thins out. It is read step by step, so that a
/// million packets are there bit by bit; only the numbers of those that pass are kept. Reads files:
/// never on the JavaFX thread. Safe from any other.
final class PacketStore {

  /// A step takes some tens of milliseconds.
  private static final int STEP = 50_000;

  private final PacketTable table;
  private final PacketFilter filter;
  private long[] passing = new long[1024];
  private int passed;
  private long scanned = 1;

  PacketStore(PacketTable table, PacketFilter filter) {
    this.table = table;
    this.filter = filter;
  }

  /// What there is after a step.
  ///
  /// @param first number of the packet at index 0, where nothing is filtered
  /// @param count packets in the list
  /// @param dropped SYNs that the guest did not answer
  /// @param behind packets that are not in the list yet, but may come into it
  record Seen(PacketSpan span, long first, long count, long dropped, long behind) {

    static final Seen NOTHING = new Seen(PacketSpan.NONE, 1, 0, 0, 0);
  }

  /// One packet taken apart.
  record Opened(Packet packet, PacketRow row, List<Layer> layers) {}

  PacketLog log() {
    return table.log();
  }

  PacketFilter filter() {
    return filter;
  }

  private boolean all() {
    return filter.text().isEmpty();
  }

  /// The same packets through another filter.
  PacketStore with(PacketFilter other) {
    return new PacketStore(table, other);
  }

  /// Takes in what has come, at most some ten thousand packets.
  ///
  /// @param now run time in ms
  synchronized Seen look(double now) {
    var span = table.update(STEP);
    table.advance(now);
    long known = table.known();
    if (!all()) {
      scan(span, known);
    }
    long first = span.first();
    long dropped =
        table.refusals().stream().map(PortRefusals::ignored).mapToLong(c -> c.count()).sum();
    return new Seen(
        span,
        first,
        all() ? Math.max(0, known - first) : passed,
        dropped,
        Math.max(0, span.end() - known) + (all() ? 0 : Math.max(0, known - scanned)));
  }

  private void scan(PacketSpan span, long known) {
    scanned = Math.max(scanned, span.first());
    int drop = 0;
    while (drop < passed && passing[drop] < span.first()) {
      drop++;
    }
    if (drop > 0) {
      System.arraycopy(passing, drop, passing, 0, passed - drop);
      passed -= drop;
    }
    long end = Math.min(known, scanned + STEP);
    if (scanned < end) {
      scanned =
          log()
              .read(
                  scanned,
                  (int) (end - scanned),
                  packet -> {
                    var headers = Headers.of(packet);
                    if (filter.matches(packet, headers, () -> table.row(packet, headers))) {
                      keep(packet.number());
                    }
                  });
    }
  }

  private void keep(long number) {
    if (passed == passing.length) {
      passing = Arrays.copyOf(passing, passed * 2);
    }
    passing[passed++] = number;
  }

  /// Rows of the list from an index on; fewer at its end.
  synchronized List<PacketRow> rows(long from, int count) {
    var rows = new ArrayList<PacketRow>(count);
    if (all()) {
      log().read(log().span().first() + from, count, packet -> rows.add(table.row(packet)));
    } else {
      for (long i = from; i < Math.min(passed, from + count); i++) {
        log().packet(passing[(int) i]).ifPresent(packet -> rows.add(table.row(packet)));
      }
    }
    return List.copyOf(rows);
  }

  /// Where a packet stands in the list, or where it would.
  synchronized long indexOf(long number) {
    if (all()) {
      return Math.max(0, number - log().span().first());
    }
    int at = Arrays.binarySearch(passing, 0, passed, number);
    return at >= 0 ? at : -at - 1;
  }

  /// Index of the next packet behind a number that has a mark.
  synchronized Optional<Long> nextMarked(long number) {
    return table.nextMarked(number + 1).map(this::indexOf);
  }

  Optional<Opened> open(long number) {
    return log()
        .packet(number)
        .map(
            packet ->
                new Opened(packet, table.row(packet), Decoder.decode(packet.bytes().duplicate())));
  }

  Listing<FlowRow> flows() {
    return table.flows();
  }

  Optional<FlowRow> flow(long id) {
    return table.flow(id);
  }

  /// Calls back with each packet of the list and its mark, in order.
  synchronized void each(PacketSink sink) throws java.io.IOException {
    for (long from = 0; ; from += 1000) {
      var rows = rows(from, 1000);
      for (var row : rows) {
        var packet = log().packet(row.number());
        if (packet.isPresent()) {
          sink.take(packet.get(), row.mark());
        }
      }
      if (rows.isEmpty()) {
        return;
      }
    }
  }

  /// Takes packets one by one.
  @FunctionalInterface
  interface PacketSink {
    void take(Packet packet, Optional<String> mark) throws java.io.IOException;
  }
}
