// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.RefusalRow;
import trilobite.model.guest.Views;
import trilobite.runner.sockets.PacketFacts;

/// What a run's packets tell of its ports and connections, through the views that the packets have
/// of their own. What was seen is kept for a moment, since each row of a table asks. Safe from any
/// thread.
final class SeenPackets implements PacketFacts {

  private static final long KEPT = 250_000_000;

  private final Eyes eyes;
  private final LongSupplier nanos;
  private Optional<Map<Long, RefusalRow>> refusals = Optional.empty();
  private List<FlowRow> rows = List.of();
  private Map<Ends, FlowRow> flows = Map.of();
  private long refusalsAt;
  private long flowsAt;

  private record Ends(long guestPort, long peerPort) {}

  SeenPackets(Eyes eyes, LongSupplier nanos) {
    this.eyes = eyes;
    this.nanos = nanos;
    refusalsAt = flowsAt = nanos.getAsLong() - KEPT;
  }

  @Override
  public synchronized Optional<Refusals> refusals(long guestPort) {
    var now = nanos.getAsLong();
    if (now - refusalsAt >= KEPT) {
      refusalsAt = now;
      refusals = eyes.see(Views.REFUSALS).value().map(SeenPackets::byPort);
    }
    return refusals.map(
        ports ->
            Optional.ofNullable(ports.get(guestPort))
                .map(row -> new Refusals(row.ignored(), row.dropped(), row.old()))
                .orElse(Refusals.NONE));
  }

  private static Map<Long, RefusalRow> byPort(Listing<RefusalRow> listing) {
    var ports = new HashMap<Long, RefusalRow>();
    listing.rows().forEach(row -> ports.put(row.port(), row));
    return ports;
  }

  private Optional<FlowRow> flow(long guestPort, long remotePort) {
    var now = nanos.getAsLong();
    if (now - flowsAt >= KEPT) {
      flowsAt = now;
      look(eyes.see(Views.FLOWS).value().map(Listing::rows).orElse(List.of()));
    }
    return Optional.ofNullable(flows.get(new Ends(guestPort, remotePort)));
  }

  /// While no packet passes, the rows are those of before.
  @SuppressWarnings("ReferenceEquality")
  private void look(List<FlowRow> seen) {
    if (seen != rows) {
      rows = seen;
      flows = byEnds(seen);
    }
  }

  /// The newest of those with the same ends: ports are used again.
  private static Map<Ends, FlowRow> byEnds(List<FlowRow> rows) {
    var flows = new HashMap<Ends, FlowRow>();
    for (var row : rows) {
      if (row.protocol().equals("tcp")) {
        flows.merge(
            new Ends(row.guestPort(), row.peerPort()), row, (a, b) -> a.id() > b.id() ? a : b);
      }
    }
    return flows;
  }

  @Override
  public synchronized OptionalDouble rtt(long guestPort, long remotePort) {
    return flow(guestPort, remotePort)
        .map(flow -> flow.guestRtt().isPresent() ? flow.guestRtt() : flow.peerRtt())
        .orElse(OptionalDouble.empty());
  }

  @Override
  public synchronized OptionalLong begun(long guestPort, long remotePort) {
    return flow(guestPort, remotePort)
        .map(flow -> OptionalLong.of(Math.round(flow.first())))
        .orElse(OptionalLong.empty());
  }
}
