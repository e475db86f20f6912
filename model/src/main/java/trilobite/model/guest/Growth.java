// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.table.Table;

/// Tells two readings of live blocks apart.
public final class Growth {

  public static final Table<GrowthRow> TABLE = Table.of("growth", GrowthRow.class);

  public static final Table<SiteGrowthRow> SITES = Table.of("site_growth", SiteGrowthRow.class);

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

  private record Site(String allocator, long address) {}

  /// Calls whose blocks changed, those that took the most bytes first.
  public static List<SiteGrowthRow> betweenSites(
      List<AllocationSiteRow> before, List<AllocationSiteRow> now) {
    var earlier = new HashMap<Site, AllocationSiteRow>();
    before.forEach(row -> earlier.put(new Site(row.allocator(), row.address()), row));
    var rows = new ArrayList<SiteGrowthRow>();
    for (var row : now) {
      var old = Optional.ofNullable(earlier.remove(new Site(row.allocator(), row.address())));
      rows.add(
          site(
              row,
              row.blocks(),
              row.blocks() - old.map(AllocationSiteRow::blocks).orElse(0L),
              row.bytes() - old.map(AllocationSiteRow::bytes).orElse(0L)));
    }
    earlier.values().forEach(gone -> rows.add(site(gone, 0, -gone.blocks(), -gone.bytes())));
    return rows.stream()
        .filter(row -> row.grown() != 0 || row.bytes() != 0)
        .sorted((a, b) -> Long.compare(b.bytes(), a.bytes()))
        .toList();
  }

  private static SiteGrowthRow site(AllocationSiteRow of, long blocks, long grown, long bytes) {
    return new SiteGrowthRow(
        of.allocator(), of.function(), of.file(), of.line(), blocks, grown, bytes);
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
