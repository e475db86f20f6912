// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.runner.memory.GuestRam.Stretch;

/// Physical memory with what it is used for painted on it, later strokes over earlier ones.
/// Whatever is painted, the regions are apart from each other and together are all of RAM. One
/// thread.
final class Painting {

  private static final String UNCLAIMED = "unclaimed";

  /// By start; the regions touch each other except between two pieces of RAM.
  private final TreeMap<Long, Region> regions = new TreeMap<>();

  private record Region(long start, long end, String kind, String name) {}

  Painting(List<Stretch> ram) {
    for (var piece : ram) {
      regions.put(piece.address(), new Region(piece.address(), piece.end(), UNCLAIMED, ""));
    }
  }

  /// What is no RAM is left out.
  void paint(long start, long end, String kind, String name) {
    if (start < 0 || end <= start) {
      return;
    }
    var first = regions.floorKey(start);
    var hit =
        new ArrayList<>(regions.subMap(first == null ? start : first, true, end, false).values());
    for (var region : hit) {
      var from = Math.max(region.start, start);
      var to = Math.min(region.end, end);
      if (from < to) {
        regions.remove(region.start);
        put(region.start, from, region.kind, region.name);
        put(from, to, kind, name);
        put(to, region.end, region.kind, region.name);
      }
    }
  }

  private void put(long start, long end, String kind, String name) {
    if (start < end) {
      regions.put(start, new Region(start, end, kind, name));
    }
  }

  int size() {
    return regions.size();
  }

  /// The regions, neighbours of one kind and name joined, with how much of each is touched.
  ///
  /// @param touched ascending
  List<MemoryRegionRow> rows(List<Stretch> touched) {
    var rows = new ArrayList<MemoryRegionRow>();
    var at = 0;
    for (var region : joined()) {
      while (at < touched.size() && touched.get(at).end() <= region.start) {
        at++;
      }
      var sum = 0L;
      for (var i = at; i < touched.size() && touched.get(i).address() < region.end; i++) {
        var piece = touched.get(i);
        sum += Math.min(piece.end(), region.end) - Math.max(piece.address(), region.start);
      }
      rows.add(
          new MemoryRegionRow(
              region.start, region.end, region.end - region.start, region.kind, region.name, sum));
    }
    return List.copyOf(rows);
  }

  private List<Region> joined() {
    var joined = new ArrayList<Region>();
    for (Map.Entry<Long, Region> each : regions.entrySet()) {
      var next = each.getValue();
      var last = joined.isEmpty() ? next : joined.getLast();
      if (last.end == next.start && last.kind.equals(next.kind) && last.name.equals(next.name)) {
        joined.set(joined.size() - 1, new Region(last.start, next.end, next.kind, next.name));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }
}
