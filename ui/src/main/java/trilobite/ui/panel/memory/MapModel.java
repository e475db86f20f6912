// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.guest.MemoryRegionRow;

/// Which part of physical memory the picture shows, and what lies at each of its cells. Gaps
/// between pieces of RAM are left out: the picture's own address is a byte's place among all RAM.
/// Pure.
final class MapModel {

  /// The finest zoom: so many bytes over the whole picture.
  static final double LEAST = 64 << 10;

  private List<MemoryRegionRow> regions = List.of();
  private long[] places = {};
  private double total;
  private double from;
  private double to;

  /// Takes a reading in; the view stays where it was. False where it is the one of before.
  boolean take(List<MemoryRegionRow> rows) {
    if (rows.equals(regions)) {
      return false;
    }
    var whole = zoomed();
    regions = List.copyOf(rows);
    places = new long[rows.size()];
    var sum = 0L;
    for (int i = 0; i < places.length; i++) {
      places[i] = sum;
      sum += rows.get(i).size();
    }
    total = sum;
    if (!whole || to > total) {
      fit();
    }
    return true;
  }

  boolean zoomed() {
    return total > 0 && (from > 0 || to < total);
  }

  void fit() {
    from = 0;
    to = total;
  }

  /// @param factor below 1 to come nearer
  /// @param at part of the picture that stays, 0 to 1
  void zoom(double factor, double at) {
    var anchor = from + at * (to - from);
    var size = Math.clamp((to - from) * factor, Math.min(LEAST, total), Math.max(LEAST, total));
    from = Math.clamp(anchor - at * size, 0, Math.max(0, total - size));
    to = Math.min(total, from + size);
  }

  /// @param part of the picture, positive towards higher addresses
  void pan(double part) {
    var size = to - from;
    from = Math.clamp(from + part * size, 0, Math.max(0, total - size));
    to = from + size;
  }

  /// What most of each cell is; null-free: an empty list while nothing was read.
  ///
  /// @param cells how many the picture has
  List<MemoryRegionRow> cells(int cells) {
    if (regions.isEmpty() || cells <= 0) {
      return List.of();
    }
    var found = new java.util.ArrayList<MemoryRegionRow>(cells);
    var step = (to - from) / cells;
    var at = index(from);
    for (int cell = 0; cell < cells; cell++) {
      var begin = from + cell * step;
      var end = begin + step;
      while (at + 1 < regions.size() && places[at + 1] <= begin) {
        at++;
      }
      found.add(regions.get(most(at, begin, end)));
    }
    return found;
  }

  /// The region with the largest part of a span; small ones win over what nobody touched, so that
  /// they can be seen at all.
  private int most(int first, double begin, double end) {
    var best = first;
    var largest = -1.0;
    for (int i = first; i < regions.size() && places[i] < end; i++) {
      var region = regions.get(i);
      var part =
          Math.min(end, places[i] + (double) region.size()) - Math.max(begin, (double) places[i]);
      var weight = region.kind().equals("untouched") ? part * 0.001 : part;
      if (weight > largest) {
        largest = weight;
        best = i;
      }
    }
    return best;
  }

  private int index(double place) {
    int low = 0;
    int high = places.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (places[middle] <= place) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /// The region at a part of the picture, 0 to 1.
  Optional<MemoryRegionRow> at(double part) {
    return regions.isEmpty() || part < 0 || part > 1
        ? Optional.empty()
        : Optional.of(regions.get(index(from + part * (to - from))));
  }

  /// Bytes of each kind, in the order of their first place.
  Map<String, Long> kinds() {
    var kinds = new LinkedHashMap<String, Long>();
    regions.forEach(region -> kinds.merge(region.kind(), region.size(), Long::sum));
    return kinds;
  }

  /// Bytes over the whole picture.
  double shown() {
    return to - from;
  }
}
