// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import trilobite.model.guest.AllocationRow;

/// How the number of live blocks changes from reading to reading. Readings that come faster than
/// one a second are not kept, so that looking often does not shorten the memory. One thread at a
/// time.
public final class Trend {

  private static final long GRAIN_NANOS = 1_000_000_000;
  private static final int MOST_KEPT = 120;

  /// So many rises without a fall between them look like a leak.
  private static final int SUSPECT = 4;

  private final Deque<Kept> kept = new ArrayDeque<>();

  private record Kept(long at, SortedMap<Long, Long> live) {}

  /// The rows of a reading, told against those before it.
  ///
  /// @param now on the monotonic clock
  public List<AllocationRow> rows(String allocator, Blocks blocks, long now) {
    var rows = new ArrayList<AllocationRow>();
    for (Map.Entry<Long, Long> each : blocks.live().entrySet()) {
      long size = each.getKey();
      long count = each.getValue();
      var rising = rising(size, count);
      rows.add(
          new AllocationRow(
              allocator,
              size,
              count,
              size * count,
              kept.isEmpty()
                  ? OptionalLong.empty()
                  : OptionalLong.of(count - kept.getFirst().live.getOrDefault(size, 0L)),
              rising,
              rising >= SUSPECT ? Optional.of("leak") : Optional.empty()));
    }
    if (kept.isEmpty() || now - kept.getLast().at >= GRAIN_NANOS) {
      kept.add(new Kept(now, blocks.live()));
      if (kept.size() > MOST_KEPT) {
        kept.remove();
      }
    }
    return List.copyOf(rows);
  }

  /// Rises up to now, going back to the last fall.
  private int rising(long size, long count) {
    var rises = 0;
    var later = count;
    for (var each = kept.descendingIterator(); each.hasNext(); ) {
      long earlier = each.next().live.getOrDefault(size, 0L);
      if (earlier > later) {
        break;
      }
      rises += earlier < later ? 1 : 0;
      later = earlier;
    }
    return rises;
  }
}
