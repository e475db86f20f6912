// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The pages that hold a guest's page tables, from the top one down. A table is looked at once,
/// whatever points to it. Layout: Intel SDM volume 3, 4.5.
///
/// @param pages physical addresses, ascending
/// @param cut why there may be more
public record PageTables(Set<Long> pages, Optional<String> cut) {

  private static final int MOST = 16_384;
  private static final long PRESENT = 1;
  private static final long LARGE = 1 << 7;
  private static final long FRAME = 0x000f_ffff_ffff_f000L;

  private record Table(long at, int level) {}

  /// @throws IOException where the guest's memory is gone
  public static PageTables of(GuestRam ram, Paging paging) throws IOException {
    var levels =
        switch (paging.mode()) {
          case FOUR_LEVELS -> 4;
          case FIVE_LEVELS -> 5;
          case OFF, LEGACY -> 0;
        };
    var pages = new TreeSet<Long>();
    var seen = new HashSet<Table>();
    var todo = new ArrayDeque<Table>();
    if (levels > 0) {
      todo.add(new Table(paging.root(), levels));
    }
    while (!todo.isEmpty()) {
      var table = todo.remove();
      // A table that lies outside of RAM is none.
      if (!seen.add(table) || !ram.holds(table.at, RamFile.PAGE)) {
        continue;
      }
      if (pages.size() == MOST) {
        return new PageTables(pages, Optional.of("stopped after " + MOST + " page tables"));
      }
      pages.add(table.at);
      if (table.level > 1) {
        children(ram, table, todo);
      }
    }
    return new PageTables(pages, Optional.empty());
  }

  private static void children(GuestRam ram, Table table, ArrayDeque<Table> into)
      throws IOException {
    var entries = ram.read(table.at, RamFile.PAGE);
    while (entries.hasRemaining()) {
      var entry = entries.getLong();
      var leaf = table.level <= 3 && (entry & LARGE) != 0;
      if ((entry & PRESENT) != 0 && !leaf) {
        into.add(new Table(entry & FRAME, table.level - 1));
      }
    }
  }
}
