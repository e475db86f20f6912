// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
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

  /// Late marks that one look takes in; each may cost the reading of a packet.
  private static final int LATE = 2000;

  /// How far back packets of a connection are looked for, and how many are taken.
  private static final int FAR = 4000;

  private static final int MOST_BEFORE = 100;

  private final PacketTable table;
  private final PacketFilter filter;
  private final PassingList passing = new PassingList();
  private long scanned = 1;
  private long late;
  private long revision;

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
  /// @param changed index of the first row that may say something else since the last step
  /// @param revision grows when rows come or go anywhere but at the list's end
  record Seen(
      PacketSpan span,
      long first,
      long count,
      long dropped,
      long behind,
      long changed,
      long revision) {

    static final Seen NOTHING = new Seen(PacketSpan.NONE, 1, 0, 0, 0, 0, 0);
  }

  /// One packet taken apart.
  record Opened(Packet packet, PacketRow row, List<Layer> layers) {}

  PacketLog log() {
    return table.log();
  }

  PacketTable table() {
    return table;
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
    long before = passing.size();
    if (!all()) {
      drop(span);
    }
    long changed = catchUp(span);
    if (!all()) {
      scan(known);
    }
    long dropped =
        table.refusals().stream().map(PortRefusals::ignored).mapToLong(c -> c.count()).sum();
    return new Seen(
        span,
        span.first(),
        all() ? Math.max(0, known - span.first()) : passing.size(),
        dropped,
        Math.max(0, span.end() - known) + (all() ? 0 : Math.max(0, known - scanned)),
        all() ? changed : Math.min(before, changed),
        revision);
  }

  private void drop(PacketSpan span) {
    scanned = Math.max(scanned, span.first());
    int before = passing.size();
    passing.dropBefore(span.first());
    revision += before == passing.size() ? 0 : 1;
  }

  /// Marks came or went behind us: rows say something else, and a filter may have others pass.
  ///
  /// @return index of the first row that may say something else
  private long catchUp(PacketSpan span) {
    var changes = table.marksSince(late, LATE);
    late = changes.next();
    if (changes.missed()) {
      passing.clear();
      scanned = span.first();
      revision++;
      return 0;
    }
    if (changes.numbers().length == 0) {
      return Long.MAX_VALUE;
    }
    if (!all() && passing.merge(changes.numbers(), this::passes)) {
      revision++;
    }
    return indexOf(changes.numbers()[0]);
  }

  private boolean passes(long number) {
    // Those that are still to be scanned are found then.
    return number < scanned && log().packet(number).filter(this::passes).isPresent();
  }

  private boolean passes(Packet packet) {
    var headers = Headers.of(packet);
    return filter.matches(packet, headers, () -> table.row(packet, headers));
  }

  private void scan(long known) {
    long end = Math.min(known, scanned + STEP);
    if (scanned < end) {
      scanned =
          log()
              .read(
                  scanned,
                  (int) (end - scanned),
                  packet -> {
                    if (passes(packet)) {
                      passing.add(packet.number());
                    }
                  });
    }
  }

  /// Rows of the list from an index on; fewer at its end.
  List<PacketRow> rows(long from, int count) {
    var packets = new ArrayList<Packet>(count);
    if (all()) {
      log().read(log().span().first() + from, count, packets::add);
    } else {
      for (long number : numbers(from, count)) {
        log().packet(number).ifPresent(packets::add);
      }
    }
    return packets.stream().map(table::row).toList();
  }

  private synchronized List<Long> numbers(long from, int count) {
    var numbers = new ArrayList<Long>(count);
    for (long i = from; i < Math.min(passing.size(), from + count); i++) {
      numbers.add(passing.at((int) i));
    }
    return numbers;
  }

  /// Where a packet stands in the list, or where it would.
  synchronized long indexOf(long number) {
    return all() ? Math.max(0, number - log().span().first()) : passing.indexOf(number);
  }

  /// Index of the next packet behind a number that has a mark.
  Optional<Long> nextMarked(long number) {
    return table.nextMarked(number + 1).map(this::indexOf);
  }

  Optional<Opened> open(long number) {
    return log()
        .packet(number)
        .map(
            packet ->
                new Opened(packet, table.row(packet), Decoder.decode(packet.bytes().duplicate())));
  }

  /// A packet and those of its connection before it, as many as its decoding may need: tshark puts
  /// together what came in pieces.
  List<Packet> upTo(long number) {
    var wanted = log().packet(number);
    if (wanted.isEmpty()) {
      return List.of();
    }
    var flow = table.flowOf(wanted.get());
    var some = new ArrayDeque<Packet>();
    if (flow.isPresent()) {
      long from = table.flow(flow.getAsLong()).map(FlowRow::firstPacket).orElse(number);
      int back = Math.clamp(number - from, 0, FAR);
      log()
          .read(
              number - back,
              back,
              packet -> {
                if (table.flowOf(packet).equals(flow)) {
                  some.addLast(packet);
                  if (some.size() > MOST_BEFORE) {
                    some.removeFirst();
                  }
                }
              });
      some.removeIf(packet -> packet.number() >= number);
    }
    some.addLast(wanted.get());
    return List.copyOf(some);
  }

  Listing<FlowRow> flows() {
    return table.flows();
  }

  Optional<FlowRow> flow(long id) {
    return table.flow(id);
  }

  /// The connection that begins with a packet, as it is once all packets are taken in that have
  /// come until now, whoever looks at the list. Where that packet has given way to newer ones, or
  /// the connection was silent for so long that it is forgotten, there is none.
  ///
  /// @param id its number, perhaps that of a time when older packets were kept
  Optional<FlowRow> flowFrom(long id, long first) {
    long end = log().span().end();
    long before = -1;
    for (long known = table.known(); known < end && known > before; known = table.known()) {
      before = known;
      table.update(STEP);
    }
    var now = log().packet(first).map(table::flowOf).orElse(OptionalLong.empty());
    return flow(id)
        .filter(flow -> flow.firstPacket() == first)
        .or(() -> now.isEmpty() ? Optional.empty() : flow(now.getAsLong()))
        .filter(flow -> flow.firstPacket() == first);
  }

  /// Numbers of those in the list that are selected, as it is now.
  synchronized long[] numbers(Selected some) {
    var span = log().span();
    long end = Math.min(span.end(), table.known());
    return some.ranges().entrySet().stream()
        .flatMapToLong(
            range ->
                all()
                    ? LongStream.range(
                        Math.max(range.getKey(), span.first()),
                        Math.min(range.getValue(), end - 1) + 1)
                    : passing.between(range.getKey(), range.getValue()))
        .toArray();
  }

  /// All that is in the list now, and nothing that comes later.
  synchronized Selected whole() {
    var span = log().span();
    long count = all() ? Math.min(span.end(), table.known()) - span.first() : passing.size();
    if (count <= 0) {
      return Selected.NONE;
    }
    return all()
        ? Selected.range(span.first(), span.first() + count - 1)
        : Selected.range(passing.at(0), passing.at((int) count - 1));
  }
}
