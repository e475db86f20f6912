// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.guest.ListenerRow;
import trilobite.runner.sockets.PacketFacts.Refusals;

/// Since when listeners are full, and what they refused meanwhile. Packets tell of SYNs without an
/// answer but not why there was none: those that came while the listener was full met a full
/// backlog, others found no control block. As good as the readings are dense.
final class Fullness {

  private final Map<Endpoint.Key, Past> pasts = new HashMap<>();

  /// @param since ms; negative while there is room
  /// @param before refusals when it became full
  private record Past(boolean full, long since, long before, long seen, long syns, long others) {}

  /// What is said of a listener.
  ///
  /// @param syns ignored while it was full
  /// @param others ignored while it was not
  record Verdict(String word, OptionalLong since, OptionalLong syns, OptionalLong others) {}

  /// @param lonely true where a client of the host's believes to be connected and is not
  /// @param now ms on the run's clock
  Verdict see(
      Endpoint.Key key, boolean full, boolean lonely, Optional<Refusals> refusals, long now) {
    var ignored = refusals.map(Refusals::ignored).orElse(0L);
    var total = ignored + refusals.map(Refusals::reset).orElse(0L);
    var past = pasts.get(key);
    // Readings come at intervals: what was refused between two of which one saw it full counts
    // there.
    var meanwhile = past == null || full || past.full();
    long more = Math.max(0, ignored - (past == null ? 0 : past.seen()));
    var next =
        new Past(
            full,
            !full ? -1 : past != null && past.full() ? past.since() : now,
            past != null && past.full() ? past.before() : past == null ? 0 : total,
            ignored,
            (past == null ? 0 : past.syns()) + (meanwhile ? more : 0),
            (past == null ? 0 : past.others()) + (meanwhile ? 0 : more));
    pasts.put(key, next);
    var over = full && (lonely || total > next.before());
    return new Verdict(
        over ? ListenerRow.OVERFLOW : full ? ListenerRow.FULL : ListenerRow.OPEN,
        full ? OptionalLong.of(next.since()) : OptionalLong.empty(),
        refusals.isPresent() ? OptionalLong.of(next.syns()) : OptionalLong.empty(),
        refusals.isPresent() ? OptionalLong.of(next.others()) : OptionalLong.empty());
  }
}
