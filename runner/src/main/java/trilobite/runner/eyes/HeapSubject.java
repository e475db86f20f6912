// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.runner.eyes.Allocators.Found;
import trilobite.runner.heap.BlockReader;
import trilobite.runner.profile.BlockLayout;

/// The guest's allocators by their own statistics, for which symbols are enough, and by their
/// blocks, for which types are needed and a profile that says how they lie.
final class HeapSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.ALLOCATORS, Views.ALLOCATIONS, Views.ALLOCATION_SITES);
  }

  @Override
  public void open(Scene scene) throws IOException {
    if (!scene.view().heaps().isEmpty()) {
      var guest = scene.view();
      scene.show(Views.ALLOCATORS, () -> read(guest));
    }
    Allocators allocators;
    try {
      allocators = Allocators.of(scene);
    } catch (IOException e) {
      allocators =
          new Allocators(List.of(), scene.source(), String.valueOf(e.getMessage()), List.of());
    }
    var guest = scene.view();
    if (allocators.all().isEmpty()) {
      if (guest.heaps().isEmpty()) {
        throw scene.none("heap", guest.why().isEmpty() ? allocators.why() : guest.why());
      }
      scene.blind(Views.ALLOCATIONS, allocators.why());
      scene.blind(Views.ALLOCATION_SITES, allocators.why());
      return;
    }
    blocks(scene, guest, allocators);
  }

  private static void blocks(Scene scene, GuestView guest, Allocators allocators)
      throws IOException {
    var detail = detail(guest, allocators);
    var rows = new BlockRows();
    scene.show(
        Views.ALLOCATIONS,
        () -> Look.Seen.of(rows.sizes(allocators.read()), Source.Kind.GUEST_MEMORY, detail));
    sites(scene, allocators, rows, detail);
    if (figuresSuffice(guest, allocators)) {
      scene.showHeap(() -> read(guest));
    } else if (!allocators.outer().all().isEmpty()) {
      // What is in use is told without a look into what others have cut out of it.
      scene.showHeap(look(guest, allocators.outer()));
    }
    scene.show(Views.ALLOCATORS, look(guest, allocators));
  }

  /// Where the figures come from is the same for each reading.
  private static Look<HeapRow> look(GuestView guest, Allocators allocators) {
    var found = detail(guest, allocators);
    var detail = guest.heaps().isEmpty() ? found : figures(guest) + "; " + found;
    return () -> Look.Seen.of(all(guest, allocators), Source.Kind.GUEST_MEMORY, detail);
  }

  private static String detail(GuestView guest, Allocators allocators) {
    return "%s in %s, symbols and types from %s"
        .formatted(allocators.says(), guest.ram().place(), guest.symbolsFrom());
  }

  /// True where no allocator that has its memory from nobody else keeps to itself what it has given
  /// out: then nobody need go from block to block twice a second to know what is in use.
  private static boolean figuresSuffice(GuestView guest, Allocators allocators) {
    var told = guest.heaps().stream().map(heap -> heap.layout().name()).toList();
    return !told.isEmpty()
        && allocators.all().stream()
            .map(BlockReader::layout)
            .allMatch(layout -> layout.inner() || told.contains(layout.name()));
  }

  private static void sites(Scene scene, Allocators allocators, BlockRows rows, String detail)
      throws IOException {
    if (!allocators.ownersKept()) {
      scene.blind(
          Views.ALLOCATION_SITES, "this guest's allocator does not keep who asked for a block");
      return;
    }
    var calls = new CallSites(scene.program().code(), scene::lines);
    scene.show(
        Views.ALLOCATION_SITES,
        () -> Look.Seen.of(rows.sites(allocators.read(), calls), Source.Kind.GUEST_MEMORY, detail));
  }

  /// An allocator's own figures count before those that its blocks add up to.
  private static Listing<HeapRow> all(GuestView guest, Allocators allocators) throws IOException {
    var rows = new LinkedHashMap<String, HeapRow>();
    if (!guest.heaps().isEmpty()) {
      read(guest).rows().rows().forEach(row -> rows.put(row.name(), row));
    }
    var cut = Optional.<String>empty();
    try {
      var seen = allocators.read();
      cut = seen.cut();
      for (var each : seen.found()) {
        rows.merge(each.blocks().name(), row(each), HeapSubject::merged);
      }
    } catch (IOException e) {
      if (rows.isEmpty()) {
        throw e;
      }
      cut = Optional.of(String.valueOf(e.getMessage()));
    }
    return new Listing<>(List.copyOf(rows.values()), cut);
  }

  private static HeapRow row(Found found) {
    var blocks = found.blocks();
    var room = blocks.room();
    return new HeapRow(
        blocks.name(),
        blocks.owned(),
        blocks.bytes(),
        blocks.own().peak(),
        blocks.count(),
        room,
        found.layout().blocks() instanceof BlockLayout.Counts
            ? OptionalLong.empty()
            : OptionalLong.of(blocks.largest()),
        room > 0 && !equal(found.layout().blocks())
            ? OptionalDouble.of(100.0 * (room - blocks.largest()) / room)
            : OptionalDouble.empty(),
        blocks.own().kept(),
        blocks.own().failures(),
        found.layout().inner());
  }

  /// True where free blocks are as large as any that is asked for.
  private static boolean equal(BlockLayout blocks) {
    return blocks instanceof BlockLayout.Pools || blocks instanceof BlockLayout.Slabs;
  }

  private static HeapRow merged(HeapRow figures, HeapRow blocks) {
    return new HeapRow(
        figures.name(),
        figures.total(),
        figures.used(),
        figures.peak(),
        figures.blocks(),
        figures.free(),
        blocks.largestFree(),
        blocks.fragmentation(),
        blocks.reclaimable(),
        figures.failures(),
        figures.inner());
  }

  static Look.Seen<HeapRow> read(GuestView guest) throws IOException {
    var rows = new ArrayList<HeapRow>();
    for (var heap : guest.heaps()) {
      rows.add(new HeapReader(heap.layout(), heap.address()).read(guest.kernel()));
    }
    return Look.Seen.of(
        new Listing<>(List.copyOf(rows), Optional.empty()),
        Source.Kind.GUEST_MEMORY,
        figures(guest));
  }

  private static String figures(GuestView guest) {
    return guest.heaps().stream()
            .map(heap -> heap.layout().symbol())
            .collect(Collectors.joining(", "))
        + " in "
        + guest.ram().place()
        + ", symbol from "
        + guest.symbolsFrom();
  }
}
