// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.region;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.Listing;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.runner.image.LoadedSections.Loaded;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.GuestRam.Stretch;
import trilobite.runner.memory.MemoryException;
import trilobite.runner.memory.PageTables;
import trilobite.runner.memory.Paging;
import trilobite.runner.memory.VirtualMemory;

/// Puts together what is known of a guest's physical memory. Thread stacks and page tables lie in
/// memory that a heap owns, too: the finer answer wins.
///
/// @param sections of the image
/// @param heaps stretches that allocators own, with their names
/// @param pools stretches inside of those or of the image
/// @param stacks by virtual address, with the threads' names
public record MemoryMap(
    List<Loaded> sections, List<Named> heaps, List<Named> pools, List<Named> stacks) {

  private static final int MOST = 20_000;
  private static final int MOST_STRETCHES = 1 << 16;
  private static final long PAGE = 4096;

  /// Shorter holes are not told apart from what is around them.
  private static final long LEAST_HOLE = 64 << 10;

  private static final long MOST_STACK = 64L << 20;

  /// A stretch of addresses.
  public record Named(long start, long end, String name) {}

  /// @param paging of a vCPU; empty where it is not known
  /// @throws IOException where the guest's memory is gone
  public Listing<MemoryRegionRow> read(GuestRam ram, Optional<Paging> paging) throws IOException {
    var touched = ram.touchedFrom(0, MOST_STRETCHES);
    var painting = new Painting(ram.extents());
    heaps.forEach(heap -> painting.paint(heap.start, heap.end, "heap", heap.name));
    holes(ram.extents(), touched, painting);
    for (var section : sections) {
      painting.paint(
          section.physical(), section.physical() + section.size(), "image", section.name());
    }
    pools.forEach(pool -> painting.paint(pool.start, pool.end, "pool", pool.name));
    var cuts = new ArrayList<String>();
    if (paging.isPresent()) {
      var tables = PageTables.of(ram, paging.get());
      tables.pages().forEach(page -> painting.paint(page, page + PAGE, "page_tables", ""));
      tables.cut().ifPresent(cuts::add);
      stacks(new VirtualMemory(ram, paging.get()), painting);
    }
    if (painting.size() >= MOST) {
      cuts.add("stopped after " + MOST + " regions");
    }
    return new Listing<>(
        painting.rows(touched),
        cuts.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", cuts)));
  }

  private static void holes(List<Stretch> ram, List<Stretch> touched, Painting painting) {
    for (var piece : ram) {
      var from = piece.address();
      for (var kept : touched) {
        if (kept.address() >= piece.address() && kept.end() <= piece.end()) {
          hole(from, kept.address(), painting);
          from = kept.end();
        }
      }
      hole(from, piece.end(), painting);
    }
  }

  private static void hole(long from, long to, Painting painting) {
    if (to - from >= LEAST_HOLE) {
      painting.paint(from, to, "untouched", "");
    }
  }

  /// Page by page, since a stack is one piece in virtual memory only.
  private void stacks(VirtualMemory virtual, Painting painting) throws IOException {
    for (var stack : stacks) {
      var end = stack.start + Math.clamp(stack.end - stack.start, 0, MOST_STACK);
      for (var at = stack.start;
          at < end && painting.size() < MOST;
          at += PAGE - Math.floorMod(at, PAGE)) {
        try {
          var physical = virtual.physical(at);
          var size = Math.min(end - at, PAGE - Math.floorMod(at, PAGE));
          painting.paint(physical, physical + size, "stack", stack.name);
        } catch (MemoryException e) {
          // A guard page, or a stack that has just gone.
        }
      }
    }
  }
}
