// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trilobite.model.table.Table;

/// Tells two readings of live blocks apart.
public final class Growth {

  public static final Table<GrowthRow> TABLE = Table.of("growth", GrowthRow.class);

  private Growth() {}

  private record Key(String allocator, long size) {}

  /// Sizes whose number changed, those that took the most bytes first.
  public static List<GrowthRow> between(List<AllocationRow> before, List<AllocationRow> now) {
    var counts = counts(before);
    var all = new HashMap<>(counts);
    all.replaceAll((key, count) -> 0L);
    all.putAll(counts(now));
    return all.entrySet().stream()
        .map(each -> row(each.getKey(), each.getValue(), counts.getOrDefault(each.getKey(), 0L)))
        .filter(row -> row.grown() != 0)
        .sorted((a, b) -> Long.compare(b.bytes(), a.bytes()))
        .toList();
  }

  private static Map<Key, Long> counts(List<AllocationRow> rows) {
    var counts = new HashMap<Key, Long>();
    rows.forEach(row -> counts.put(new Key(row.allocator(), row.size()), row.blocks()));
    return counts;
  }

  private static GrowthRow row(Key key, long now, long before) {
    return new GrowthRow(key.allocator, key.size, now, now - before, (now - before) * key.size);
  }
}
