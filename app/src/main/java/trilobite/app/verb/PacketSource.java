// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.flow.PacketTable;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.RunRecord;
import trilobite.model.time.HostClock;
import trilobite.model.time.RunClock;

/// The packets of a run, and its clock.
///
/// @param source where the packets lie
/// @param clock absent for a run that is over, and for a file
record PacketSource(
    String name, Source source, PacketLog log, PacketTable table, Optional<RunClock> clock) {

  private static final int STEP = 50_000;

  static PacketSource of(LiveGuest guest) {
    var status = guest.status();
    return of(status.project() + " " + status.id(), guest.packets(), status.clock());
  }

  static PacketSource of(RunRecord run, PacketLog log) {
    return of(run.project() + " " + run.id(), log, Optional.empty());
  }

  private static PacketSource of(String name, PacketLog log, Optional<RunClock> clock) {
    var source = new Source(Source.Kind.RELAY, "packets.pcap of " + name);
    return new PacketSource(name, source, log, new PacketTable(log), clock);
  }

  /// The packets of a file that somebody named.
  static PacketSource of(Path file, PacketLog log) {
    var name = String.valueOf(file.getFileName());
    var source = new Source(Source.Kind.HOST, "the file " + name);
    return new PacketSource(name, source, log, new PacketTable(log), Optional.empty());
  }

  /// Takes in all packets that are there.
  ///
  /// @return the number after the newest one
  long update() {
    var span = table.update(STEP);
    for (long known = 0; table.known() < span.end() && table.known() > known; ) {
      known = table.known();
      table.update(STEP);
    }
    var now = now();
    if (now.isPresent() && log.live()) {
      table.advance(now.getAsDouble());
    }
    return span.end();
  }

  private OptionalDouble now() {
    return clock.isPresent()
        ? OptionalDouble.of(clock.get().millisAt(HostClock.nanos()))
        : OptionalDouble.empty();
  }

  /// A reading of something computed from the packets.
  ///
  /// @param begun when the computing began, on the monotonic clock
  <T> Reading<T> reading(T value, long begun) {
    double taken =
        now().orElseGet(() -> log.packet(log.span().end() - 1).map(last -> last.t()).orElse(0.0));
    return new Reading<>(
        value, source, Math.round(taken), (HostClock.nanos() - begun + 999) / 1000, 0);
  }
}
