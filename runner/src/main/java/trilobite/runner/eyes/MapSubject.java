// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.guest.Listing;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.runner.image.LoadedSections;
import trilobite.runner.image.LoadedSections.Loaded;
import trilobite.runner.memory.Paging;
import trilobite.runner.region.MemoryMap;
import trilobite.runner.region.MemoryMap.Named;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.ThreadTable;
import trilobite.runner.value.PathException;

/// What lies where in physical memory. The map leaves out what is not known.
final class MapSubject implements Subject {

  private static final Logger LOG = LoggerFactory.getLogger(MapSubject.class);

  @Override
  public List<View<?>> views() {
    return List.of(Views.MEMORY_MAP);
  }

  @Override
  public void open(Scene scene) {
    var allocators = allocators(scene);
    var sections = sections(scene);
    var threads = threads(scene);
    var detail = "page tables, image and heap of " + scene.view().symbolsFrom();
    scene.show(
        Views.MEMORY_MAP,
        () ->
            Look.Seen.of(
                read(scene, sections, allocators, threads), Source.Kind.GUEST_MEMORY, detail));
  }

  private static Optional<Allocators> allocators(Scene scene) {
    try {
      return Optional.of(Allocators.of(scene));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Listing<MemoryRegionRow> read(
      Scene scene,
      List<Loaded> sections,
      Optional<Allocators> allocators,
      Optional<ThreadTable> threads)
      throws IOException {
    var heaps = new ArrayList<Named>();
    var pools = new ArrayList<Named>();
    for (var owned : allocators.map(Allocators::ranges).orElse(List.of())) {
      (owned.inner() ? pools : heaps)
          .add(new Named(owned.range().begin(), owned.range().end(), owned.allocator()));
    }
    var stacks =
        threads.isPresent()
            ? threads.get().stacks().stream()
                .map(stack -> new Named(stack.start(), stack.end(), stack.thread()))
                .collect(Collectors.toList())
            : List.<Named>of();
    return new MemoryMap(sections, heaps, pools, stacks).read(scene.view().ram(), paging(scene));
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
      return image.filter(Symbols::elf).isPresent() ? LoadedSections.of(image.get()) : List.of();
    } catch (IOException e) {
      // At the guest's end whatever is being read is interrupted, and nobody misses it.
      if (!Thread.currentThread().isInterrupted()) {
        LOG.info("the image's sections are not known: {}", e.getMessage());
      }
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
