// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// CPU shares, from run times then and now. Readers come at their own pace, so some moments are
/// kept and the nearest that is old enough counts.
final class CpuShares {

  private static final long APART = 150_000_000;
  private static final long WINDOW = 450_000_000;
  private static final int KEPT = 16;

  private final Deque<Moment> moments = new ArrayDeque<>();

  /// A thread for as long as it lives: numbers and addresses are used again.
  record Key(long address, long id) {}

  private record Moment(long at, Map<Key, Long> runTimes) {}

  /// The moment that a reading at host time `now` is compared with, if there is one.
  Optional<Past> before(long now) {
    var old = moments.stream().filter(moment -> now - moment.at >= WINDOW).reduce((a, b) -> b);
    return old.or(() -> moments.stream().filter(m -> now - m.at >= APART).findFirst())
        .map(moment -> new Past(moment.runTimes, now - moment.at));
  }

  /// Keeps a reading for later ones.
  void keep(long now, Map<Key, Long> runTimes) {
    if (moments.isEmpty() || now - moments.getLast().at >= APART) {
      moments.addLast(new Moment(now, Map.copyOf(runTimes)));
      if (moments.size() > KEPT) {
        moments.removeFirst();
      }
    }
  }

  /// @param nanos from then to now
  record Past(Map<Key, Long> runTimes, long nanos) {

    /// Percent of one vCPU. A thread that was not there then began meanwhile.
    OptionalDouble share(Key key, long runTime) {
      var used = runTime - runTimes.getOrDefault(key, 0L);
      return OptionalDouble.of(Math.clamp(100.0 * used / nanos, 0, 100));
    }
  }
}
