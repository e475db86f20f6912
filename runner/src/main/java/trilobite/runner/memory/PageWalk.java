// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;

/// Walks a guest's page tables. At most five reads a page, whatever the tables hold: tables that
/// point at themselves give an address, never a loop. Access rights are not looked at, since
/// reading from outside needs none. Layout: Intel SDM volume 3, 4.5.
final class PageWalk {

  private static final long PRESENT = 1;
  private static final long LARGE = 1 << 7;
  private static final long FRAME = 0x000f_ffff_ffff_f000L;
  private static final int BITS_A_LEVEL = 9;

  private PageWalk() {}

  /// A piece of virtual memory that is one piece in physical memory, too.
  ///
  /// @param physical where the address lies
  /// @param left bytes from there to the page's end
  record Spot(long physical, long left) {}

  /// @throws MemoryException where the address is not mapped, or its tables lie outside of RAM
  static Spot find(Memory physical, Paging paging, long virtual) throws IOException {
    return switch (paging.mode()) {
      case OFF -> new Spot(virtual, RamFile.PAGE - (virtual & (RamFile.PAGE - 1)));
      case LEGACY -> throw new MemoryException(virtual, "32-bit page tables are not read");
      case FOUR_LEVELS -> walk(physical, paging.root(), virtual, 4);
      case FIVE_LEVELS -> walk(physical, paging.root(), virtual, 5);
    };
  }

  private static Spot walk(Memory physical, long root, long virtual, int levels)
      throws IOException {
    var unused = 64 - 12 - BITS_A_LEVEL * levels;
    if (virtual << unused >> unused != virtual) {
      throw new MemoryException(virtual, "not a canonical address");
    }
    var table = root;
    for (var level = levels; ; level--) {
      var shift = 12 + BITS_A_LEVEL * (level - 1);
      var index = (virtual >>> shift) & ((1 << BITS_A_LEVEL) - 1);
      var entry = physical.word(table + index * Long.BYTES);
      if ((entry & PRESENT) == 0) {
        throw new MemoryException(virtual, "not mapped by the guest");
      }
      // Bit 7 is the page size on levels 2 and 3, and something else on level 1.
      if (level == 1 || ((level == 2 || level == 3) && (entry & LARGE) != 0)) {
        var size = 1L << shift;
        var within = virtual & (size - 1);
        return new Spot((entry & FRAME & -size) + within, size - within);
      }
      table = entry & FRAME;
    }
  }
}
