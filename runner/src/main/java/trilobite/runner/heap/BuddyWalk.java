// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import trilobite.runner.kernel.ContainerPlan;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.BlockLayout.Buddy;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.PathException;

/// From free block to free block, held against the bitmap of pages in use.
///
/// @param link empty where the lists have no end of their own
record BuddyWalk(
    String name,
    ContainerPlan regions,
    NumberAt first,
    NumberAt pages,
    NumberAt bitmap,
    long page,
    ContainerPlan lists,
    NumberAt level,
    Optional<NumberAt> link,
    Optional<Parts.Figure> available)
    implements BlockWalk {

  private static final long MOST_PAGES = 1 << 24;
  private static final long MOST_LEVEL = 40;

  static BuddyWalk of(Parts parts, String name, Buddy layout) throws PathException {
    var regions = parts.container(layout.regions());
    var lists = parts.container(layout.lists());
    return new BuddyWalk(
        name,
        regions,
        parts.number(regions.element(), layout.first()),
        parts.number(regions.element(), layout.pages()),
        parts.number(regions.element(), layout.bitmap()),
        layout.page(),
        lists,
        parts.number(lists.element(), layout.level()),
        layout.link().isEmpty()
            ? Optional.empty()
            : Optional.of(parts.number(lists.element(), layout.link())),
        parts.maybe(layout.available()));
  }

  /// A stretch and its pages in use.
  private record Region(Range range, BitSet used) {}

  @Override
  public List<Range> ranges(Memory memory, Bound bound) throws IOException {
    var all = new ArrayList<Range>();
    for (var at : Parts.elements(regions, memory, new Tally(bound))) {
      var begin = first.read(memory, at);
      all.add(new Range(begin, begin + count(memory, at) * page));
    }
    return List.copyOf(all);
  }

  private long count(Memory memory, long region) throws IOException {
    var count = pages.read(memory, region);
    if (count < 0 || count > MOST_PAGES) {
      throw new UnevenException("a region of %d pages makes no sense".formatted(count));
    }
    return count;
  }

  private List<Region> all(Memory memory, Tally tally) throws IOException {
    var all = new ArrayList<Region>();
    var sum = 0L;
    for (var at : Parts.elements(regions, memory, tally)) {
      var begin = first.read(memory, at);
      var count = count(memory, at);
      sum += count;
      if (sum > MOST_PAGES || !tally.step()) {
        throw new UnevenException("regions of more than %d pages make no sense".formatted(sum));
      }
      var bits = new byte[(int) ((count + 7) / 8)];
      // Of many pages the bitmap is longer than one reading may be.
      for (int done = 0; done < bits.length; done += Memory.MOST) {
        memory.read(
            bitmap.read(memory, at) + done, bits, done, Math.min(Memory.MOST, bits.length - done));
      }
      var used = BitSet.valueOf(bits);
      used.clear((int) count, Math.max(used.length(), (int) count));
      all.add(new Region(new Range(begin, begin + count * page), used));
      tally.owns(count * page);
      tally.live(page, used.cardinality());
    }
    return all;
  }

  @Override
  public List<Blocks> walk(Memory memory, Bound bound) throws IOException {
    var tally = new Tally(bound);
    var all = all(memory, tally);
    var free = 0L;
    var taken = all.stream().map(region -> (BitSet) region.used.clone()).toList();
    for (var at : Parts.elements(lists, memory, tally)) {
      if (link.isPresent() && link.get().read(memory, at) == 0) {
        continue;
      }
      var power = level.read(memory, at);
      if (power < 0 || power > MOST_LEVEL) {
        throw new UnevenException("the free block at 0x%x has level %d".formatted(at, power));
      }
      var bytes = page << power;
      take(at, bytes, all, taken);
      tally.free(bytes);
      free += bytes / page;
      if (!tally.step()) {
        break;
      }
    }
    if (tally.open()) {
      whole(memory, all, free);
    }
    return List.of(tally.blocks(name, Blocks.Own.NONE));
  }

  /// A free block's pages must be free in the bitmap and of no other block.
  private void take(long at, long bytes, List<Region> all, List<BitSet> taken)
      throws UnevenException {
    for (int i = 0; i < all.size(); i++) {
      var range = all.get(i).range;
      if (range.holds(at, bytes)) {
        var from = (int) ((at - range.begin()) / page);
        var to = from + (int) (bytes / page);
        var hit = taken.get(i).nextSetBit(from);
        if (at % bytes != 0 || (hit >= 0 && hit < to)) {
          throw new UnevenException(
              "the free block at 0x%x of %d bytes lies over others".formatted(at, bytes));
        }
        taken.get(i).set(from, to);
        return;
      }
    }
    throw new UnevenException("the free block at 0x%x is in no region".formatted(at));
  }

  /// Each page is in use or in a free block, and there are as many free ones as are counted.
  private void whole(Memory memory, List<Region> all, long free) throws IOException {
    var room =
        all.stream()
            .mapToLong(
                region ->
                    (region.range.end() - region.range.begin()) / page - region.used.cardinality())
            .sum();
    if (room != free) {
      throw new UnevenException(
          "%d pages are free by its lists, %d by its bitmap".formatted(free, room));
    }
    if (available.isPresent() && available.get().read(memory) != free) {
      throw new UnevenException(
          "%d pages are free by its lists, %d by its own count"
              .formatted(free, available.get().read(memory)));
    }
  }
}
