// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.guest.AllocationRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.model.time.HostClock;
import trilobite.runner.heap.BlockPlan;
import trilobite.runner.heap.BlockReader;
import trilobite.runner.heap.Trend;
import trilobite.runner.image.LoadedSections;
import trilobite.runner.image.LoadedSections.Loaded;
import trilobite.runner.memory.Paging;
import trilobite.runner.region.MemoryMap;
import trilobite.runner.region.MemoryMap.Named;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.ThreadTable;
import trilobite.runner.value.PathException;

/// Heap blocks one by one, and what lies where in physical memory. The map leaves out what is not
/// known; blocks need a profile that says how they lie.
final class BlocksSubject implements Subject {

  private static final Logger LOG = LoggerFactory.getLogger(BlocksSubject.class);

  /// An allocator whose blocks can be found.
  private record Heap(String name, BlockPlan plan, BlockReader reader, Trend trend) {}

  @Override
  public List<View<?>> views() {
    return List.of(Views.ALLOCATIONS, Views.MEMORY_MAP);
  }

  @Override
  public void open(Scene scene) throws IOException {
    var heaps = new ArrayList<Heap>();
    var why = "the profile does not say how the allocator's blocks lie";
    try {
      heaps.addAll(heaps(scene));
    } catch (IOException e) {
      why = String.valueOf(e.getMessage());
    }
    map(scene, heaps);
    if (heaps.isEmpty()) {
      scene.show(Views.ALLOCATIONS, unseen(why));
    } else {
      var detail =
          "block headers in %s, symbols and types from %s"
              .formatted(scene.view().ram().place(), scene.view().symbolsFrom());
      scene.show(
          Views.ALLOCATIONS,
          () -> Look.Seen.of(allocations(heaps), Source.Kind.GUEST_MEMORY, detail));
    }
  }

  private static <R extends Record> Look<R> unseen(String why) {
    return () -> {
      throw new IOException(why);
    };
  }

  private static List<Heap> heaps(Scene scene) throws IOException {
    var profile = scene.profile();
    var program = scene.program();
    var heaps = new ArrayList<Heap>();
    for (var heap : scene.view().heaps()) {
      if (heap.layout().blocks().isPresent()) {
        try {
          var plan = BlockPlan.of(program, profile, heap.layout().blocks().get());
          var reader = new BlockReader(plan, scene.source(), heap.address(), heap.layout().size());
          heaps.add(new Heap(heap.layout().name(), plan, reader, new Trend()));
        } catch (PathException e) {
          throw scene.misfit(e);
        }
      }
    }
    return heaps;
  }

  private static Listing<AllocationRow> allocations(List<Heap> heaps) throws IOException {
    var rows = new ArrayList<AllocationRow>();
    var cut = Optional.<String>empty();
    for (var heap : heaps) {
      var blocks = heap.reader.read();
      synchronized (heap.trend) {
        rows.addAll(heap.trend.rows(heap.name, blocks, HostClock.nanos()));
      }
      cut = cut.or(blocks::cut);
    }
    return new Listing<>(List.copyOf(rows), cut);
  }

  private static void map(Scene scene, List<Heap> heaps) {
    var sections = sections(scene);
    var threads = threads(scene);
    var detail = "page tables, image and heap of " + scene.view().symbolsFrom();
    scene.show(
        Views.MEMORY_MAP,
        () ->
            Look.Seen.of(read(scene, sections, heaps, threads), Source.Kind.GUEST_MEMORY, detail));
  }

  private static Listing<MemoryRegionRow> read(
      Scene scene, List<Loaded> sections, List<Heap> heaps, Optional<ThreadTable> threads)
      throws IOException {
    var owned = new ArrayList<Named>();
    for (var heap : heaps) {
      for (var range : heap.plan.ranges(scene.source())) {
        owned.add(new Named(range.begin(), range.end(), heap.name));
      }
    }
    var stacks =
        threads.isPresent()
            ? threads.get().stacks().stream()
                .map(stack -> new Named(stack.start(), stack.end(), stack.thread()))
                .collect(Collectors.toList())
            : List.<Named>of();
    return new MemoryMap(sections, owned, stacks).read(scene.view().ram(), paging(scene));
  }

  private static Optional<Paging> paging(Scene scene) {
    try {
      return Optional.of(Paging.of(scene.session().qmp().human("info registers")));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static List<Loaded> sections(Scene scene) {
    try {
      var image = scene.session().image();
      return image.isPresent() ? LoadedSections.of(image.get()) : List.of();
    } catch (IOException e) {
      LOG.info("the image's sections are not known: {}", e.getMessage());
      return List.of();
    }
  }

  private static Optional<ThreadTable> threads(Scene scene) {
    try {
      var profile = scene.profile();
      if (profile.threads().isEmpty()) {
        return Optional.empty();
      }
      var plan = ThreadPlan.of(scene.program(), profile, profile.threads().get());
      return Optional.of(new ThreadTable(plan, scene.source(), scene::paused));
    } catch (IOException | PathException e) {
      return Optional.empty();
    }
  }
}
