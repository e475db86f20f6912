// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.util.HashMap;
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

/// What a run's packets tell of its ports and connections. How ports answered is kept for a moment,
/// since each row of a table asks. Safe from any thread.
final class SeenPackets implements PacketFacts {

  private static final long KEPT = 250_000_000;

  private final Eyes eyes;
  private final Flows flows;
  private final LongSupplier nanos;
  private Optional<Map<Long, RefusalRow>> refusals = Optional.empty();
  private long refusalsAt;

  /// Looks one connection up. All of them, put in order for a table, are far more than the few that
  /// a guest has now.
  @FunctionalInterface
  interface Flows {

    /// The newest TCP connection between two ports.
    Optional<FlowRow> between(long guestPort, long peerPort);
  }

  SeenPackets(Eyes eyes, Flows flows, LongSupplier nanos) {
    this.eyes = eyes;
    this.flows = flows;
    this.nanos = nanos;
    refusalsAt = nanos.getAsLong() - KEPT;
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

  @Override
  public OptionalDouble rtt(long guestPort, long remotePort) {
    return flows
        .between(guestPort, remotePort)
        .map(flow -> flow.guestRtt().isPresent() ? flow.guestRtt() : flow.peerRtt())
        .orElse(OptionalDouble.empty());
  }

  @Override
  public OptionalLong begun(long guestPort, long remotePort) {
    return flows
        .between(guestPort, remotePort)
        .map(flow -> OptionalLong.of(Math.round(flow.first())))
        .orElse(OptionalLong.empty());
  }
}
