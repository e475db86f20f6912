// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What page tables map, as stretches that are one piece in virtual and in physical memory. Tables
/// and stretches are counted, so that tables that point at themselves end it early.
///
/// @param stretches ascending by virtual address, seen as unsigned
/// @param cut why there may be more
public record PageMap(List<Stretch> stretches, Optional<String> cut) {

  private static final int MOST_TABLES = 20_000;
  private static final int MOST_STRETCHES = 200_000;
  private static final int ENTRIES = 512;
  private static final long PRESENT = 1;
  private static final long LARGE = 1 << 7;
  private static final long FRAME = 0x000f_ffff_ffff_f000L;

  /// @param length bytes
  public record Stretch(long virtual, long physical, long length) {}

  /// Layout: Intel SDM volume 3, 4.5.
  ///
  /// @throws MemoryException where the guest uses tables that are not read
  static PageMap of(Memory physical, Paging paging) throws IOException {
    var levels =
        switch (paging.mode()) {
          case OFF -> throw new MemoryException(0, "the guest uses no page tables");
          case LEGACY -> throw new MemoryException(0, "32-bit page tables are not read");
          case FOUR_LEVELS -> 4;
          case FIVE_LEVELS -> 5;
        };
    var maker = new Maker(physical, levels);
    maker.table(paging.root(), levels, 0);
    return new PageMap(List.copyOf(maker.found), maker.cut);
  }

  /// The virtual address of a physical one, where there is one; of several that in the largest
  /// stretch, which is the kernel's own map.
  public Optional<Long> virtual(long address) {
    return stretches.stream()
        .filter(each -> Long.compareUnsigned(address - each.physical(), each.length()) < 0)
        .max(Comparator.comparingLong(Stretch::length))
        .map(each -> each.virtual() + address - each.physical());
  }

  private static final class Maker {
    private final Memory physical;
    private final int levels;
    private final List<Stretch> found = new ArrayList<>();
    private Optional<String> cut = Optional.empty();
    private int tables;

    Maker(Memory physical, int levels) {
      this.physical = physical;
      this.levels = levels;
    }

    void table(long at, int level, long base) throws IOException {
      if (++tables > MOST_TABLES || found.size() > MOST_STRETCHES) {
        cut = Optional.of("the page tables are larger than is read");
        return;
      }
      java.nio.ByteBuffer entries;
      try {
        entries = physical.read(at, ENTRIES * Long.BYTES);
      } catch (MemoryException e) {
        // Tables outside of RAM map nothing.
        return;
      }
      int shift = 12 + 9 * (level - 1);
      for (int i = 0; i < ENTRIES && cut.isEmpty(); i++) {
        long entry = entries.getLong(i * Long.BYTES);
        if ((entry & PRESENT) != 0) {
          // An address has the sign of its highest used bit.
          int unused = Long.SIZE - shift - 9;
          long here = base | (long) i << shift;
          long virtual = level == levels ? here << unused >> unused : here;
          if (level == 1 || (level <= 3 && (entry & LARGE) != 0)) {
            add(virtual, entry & FRAME & -(1L << shift), 1L << shift);
          } else {
            table(entry & FRAME, level - 1, virtual);
          }
        }
      }
    }

    private void add(long virtual, long at, long length) {
      if (!found.isEmpty()) {
        var last = found.getLast();
        if (last.virtual() + last.length() == virtual && last.physical() + last.length() == at) {
          found.set(
              found.size() - 1,
              new Stretch(last.virtual(), last.physical(), last.length() + length));
          return;
        }
      }
      found.add(new Stretch(virtual, at, length));
    }
  }
}
