// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// How the number of live blocks of each kind changes from reading to reading: of each size, or of
/// each call. Readings that come faster than one a second are not kept, so that looking often does
/// not shorten the memory. One thread at a time.
public final class Trend {

  private static final long GRAIN_NANOS = 1_000_000_000;
  private static final int MOST_KEPT = 120;

  /// So many rises without a fall between them look like a leak.
  private static final int SUSPECT = 4;

  private final Deque<Kept> kept = new ArrayDeque<>();

  private record Kept(long at, Map<Long, Long> live) {}

  /// How one kind has changed.
  ///
  /// @param grown blocks more than in the oldest reading; empty in the first
  /// @param rising rises up to now, going back to the last fall
  public record Change(OptionalLong grown, int rising) {

    /// Of a kind that was never seen.
    public static final Change NONE = new Change(OptionalLong.empty(), 0);

    /// What it looks like.
    public Optional<String> suspect() {
      return rising >= SUSPECT ? Optional.of("leak") : Optional.empty();
    }
  }

  /// Tells a reading against those before it.
  ///
  /// @param live blocks of each kind
  /// @param now on the monotonic clock
  public Map<Long, Change> take(Map<Long, Long> live, long now) {
    var changes = new HashMap<Long, Change>();
    live.forEach(
        (kind, count) ->
            changes.put(
                kind,
                new Change(
                    kept.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(count - kept.getFirst().live.getOrDefault(kind, 0L)),
                    rising(kind, count))));
    if (kept.isEmpty() || now - kept.getLast().at >= GRAIN_NANOS) {
      kept.add(new Kept(now, live));
      if (kept.size() > MOST_KEPT) {
        kept.remove();
      }
    }
    return changes;
  }

  private int rising(long kind, long count) {
    var rises = 0;
    var later = count;
    for (var each = kept.descendingIterator(); each.hasNext(); ) {
      long earlier = each.next().live.getOrDefault(kind, 0L);
      if (earlier > later) {
        break;
      }
      rises += earlier < later ? 1 : 0;
      later = earlier;
    }
    return rises;
  }
}
