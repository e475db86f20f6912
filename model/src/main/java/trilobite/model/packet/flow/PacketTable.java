// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.PacketSpan;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.protocol.LinkAddress;
import trilobite.model.packet.protocol.Summary;

/// A log's packets as rows, with what the connections around them say. Safe from any thread but the
/// JavaFX thread, as its log is.
public final class PacketTable {

  private static final int STEP = 10_000;

  private final PacketLog log;
  private final FlowTable flows = new FlowTable();

  public PacketTable(PacketLog log) {
    this.log = log;
  }

  public PacketLog log() {
    return log;
  }

  /// Takes in packets that have come, at most `most` of them, so that a caller can tell how far it
  /// is: a million take about two seconds.
  ///
  /// @return what there is; all of it is taken in once [#known()] is its end
  /// @throws java.io.UncheckedIOException as the log does
  public PacketSpan update(int most) {
    var span = log.span();
    long next = known();
    long end = Math.min(span.end(), Math.max(next, span.first()) + most);
    while (next < end) {
      next = step(next, (int) Math.min(STEP, end - Math.max(next, span.first())));
    }
    return span;
  }

  private synchronized long step(long from, int most) {
    // Somebody else may have been here meanwhile.
    long next = Math.max(from, flows.next());
    long read = log.read(next, most, packet -> flows.add(packet, Headers.of(packet)));
    return read == next ? Long.MAX_VALUE : read;
  }

  /// Number of the first packet whose connection is not known yet.
  public synchronized long known() {
    return flows.next();
  }

  /// Time passes; see [FlowTable#advance(double)].
  public synchronized void advance(double t) {
    flows.advance(t);
  }

  public PacketRow row(Packet packet) {
    return row(packet, Headers.of(packet));
  }

  /// A packet's row. Some microseconds.
  public synchronized PacketRow row(Packet packet, Headers headers) {
    var summary = Summary.of(packet, headers, flows.base(packet, headers));
    boolean ip = headers.network() >= 0;
    return new PacketRow(
        packet.number(),
        packet.t(),
        packet.wall().toString(),
        packet.direction().word(),
        ip ? headers.source().toString() : LinkAddress.source(packet),
        port(headers.sourcePort()),
        ip ? headers.destination().toString() : LinkAddress.destination(packet),
        port(headers.destinationPort()),
        summary.protocol(),
        packet.length(),
        info(packet.number(), summary.info()),
        flows.mark(packet.number()).map(PacketMark::words),
        flows.flowOf(packet, headers));
  }

  private String info(long number, String info) {
    return flows
        .answeredBy(number)
        .map(
            exchange ->
                String.format(
                    Locale.ROOT, "%s, %.1f ms after its request", info, exchange.millis()))
        .orElse(info);
  }

  private static OptionalLong port(int port) {
    return port < 0 ? OptionalLong.empty() : OptionalLong.of(port);
  }

  public synchronized Optional<PacketMark> mark(long number) {
    return flows.mark(number);
  }

  /// See [FlowTable#marksSince(long, int)].
  public synchronized MarkChanges marksSince(long seen, int most) {
    return flows.marksSince(seen, most);
  }

  /// The flow that a packet belongs to, where it is still known.
  public synchronized OptionalLong flowOf(Packet packet) {
    return flows.flowOf(packet, Headers.of(packet));
  }

  /// The first packet at or behind `number` that has a mark.
  public synchronized Optional<Long> nextMarked(long number) {
    return flows.nextMarked(number);
  }

  public synchronized Listing<FlowRow> flows() {
    return flows.rows();
  }

  public synchronized Optional<FlowRow> flow(long id) {
    return flows.row(id);
  }

  /// See [FlowTable#row(long, long)].
  public synchronized Optional<FlowRow> flow(long guestPort, long peerPort) {
    return flows.row(guestPort, peerPort);
  }

  public synchronized List<PortRefusals> refusals() {
    return flows.refusals();
  }
}
