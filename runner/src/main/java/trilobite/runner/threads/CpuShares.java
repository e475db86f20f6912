// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// CPU shares and switches a second, from counters then and now. Readers come at their own pace, so
/// some moments are kept and the nearest that is old enough counts.
final class CpuShares {

  private static final long APART = 150_000_000;
  private static final long WINDOW = 450_000_000;
  private static final int KEPT = 16;

  private final Deque<Moment> moments = new ArrayDeque<>();

  /// A thread for as long as it lives: numbers and addresses are used again.
  record Key(long address, long id) {}

  /// What a thread had used at a moment.
  ///
  /// @param turns how often it had got the CPU
  record Used(long runTime, long turns) {
    static final Used NOTHING = new Used(0, 0);
  }

  private record Moment(long at, Map<Key, Used> used) {}

  /// The moment that a reading at host time `now` is compared with, if there is one.
  Optional<Past> before(long now) {
    var old = moments.stream().filter(moment -> now - moment.at >= WINDOW).reduce((a, b) -> b);
    return old.or(() -> moments.stream().filter(m -> now - m.at >= APART).findFirst())
        .map(moment -> new Past(moment.used, now - moment.at));
  }

  /// True where a reading is far enough from the last one that was kept.
  boolean due(long now) {
    return moments.isEmpty() || now - moments.getLast().at >= APART;
  }

  /// Keeps a reading for later ones.
  void keep(long now, Map<Key, Used> used) {
    if (due(now)) {
      moments.addLast(new Moment(now, Map.copyOf(used)));
      if (moments.size() > KEPT) {
        moments.removeFirst();
      }
    }
  }

  /// @param nanos from then to now
  record Past(Map<Key, Used> then, long nanos) {

    /// Percent of one vCPU. A thread that was not there then began meanwhile.
    OptionalDouble share(Key key, long runTime) {
      var used = runTime - then.getOrDefault(key, Used.NOTHING).runTime;
      return OptionalDouble.of(Math.clamp(100.0 * used / nanos, 0, 100));
    }

    /// Times a second that it got the CPU, to a tenth.
    OptionalDouble rate(Key key, long turns) {
      var more = turns - then.getOrDefault(key, Used.NOTHING).turns;
      return OptionalDouble.of(Math.round(Math.max(0, more) * 1e10 / nanos) / 10.0);
    }
  }
}
