// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.grid.Grid;
import trilobite.ui.grid.GridPages;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.grid.GuestGrid;
import trilobite.ui.grid.GuestWords;
import trilobite.ui.panel.Desk;

/// Live blocks by size, by the call that asked for them, and what each allocator makes of its
/// memory: one of the three at a time, and only that one is read.
final class BlocksPane {

  private static final String LEAK = "grid-warn";

  /// Linux's caches have long names.
  private static final double NAME = 16;

  private final Desk desk;
  private final FileChoice files;
  private final ZoneId zone;
  private final GridPages pages = new GridPages();

  BlocksPane(Desk desk, FileChoice files, ZoneId zone) {
    this.desk = desk;
    this.files = files;
    this.zone = zone;
    pages.add(
        "By size",
        grid(
            Views.ALLOCATIONS,
            GridSpec.of(
                    Views.ALLOCATIONS,
                    Set.of(),
                    row -> row.allocator() + " " + row.size(),
                    row -> row.suspect().isPresent() ? LEAK : "",
                    "Filter by allocator, size or suspect")
                .with(Map.of("allocator", column -> column.wide(NAME))),
            words("live blocks")));
    pages.add(
        "By call",
        grid(
            Views.ALLOCATION_SITES,
            GridSpec.of(
                Views.ALLOCATION_SITES,
                Set.of("allocator", "address", "rising"),
                row -> row.allocator() + " " + row.address(),
                row -> row.suspect().isPresent() ? LEAK : "",
                "Filter by function, file or suspect"),
            words("blocks by call")));
    var allocators =
        grid(
            Views.ALLOCATORS,
            GridSpec.of(
                    Views.ALLOCATORS,
                    Set.of("inner", "reclaimable"),
                    row -> row.name(),
                    row -> "",
                    "Filter by name")
                .with(Map.of("name", column -> column.wide(NAME))),
            words("allocators"));
    pages.add("Allocators", allocators);
  }

  GridPages node() {
    return pages;
  }

  private static GuestWords words(String things) {
    return new GuestWords(
        things,
        "ci-chip",
        "No " + things,
        "They appear once the guest has allocated some.",
        "Ladder, map and Vitals go on.");
  }

  private <R extends Record> GuestGrid<R> grid(View<R> view, GridSpec<R> spec, GuestWords words) {
    var grid = new Grid<>(desk, spec, files);
    if (view.table().columns().stream().anyMatch(column -> column.name().equals("bytes"))) {
      grid.sort("bytes", true);
    }
    return new GuestGrid<>(desk, view, grid, words, zone);
  }
}
