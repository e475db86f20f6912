// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.MemoryLevelRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.runner.memory.GuestRam;

/// From the memory that was assigned to what is in use. What needs the allocator's figures is left
/// out, with the reason, where they are not known.
final class MemorySubject implements Subject {

  private static final long MIB = 1 << 20;

  @Override
  public List<View<?>> views() {
    return List.of(Views.MEMORY_LADDER);
  }

  @Override
  public void open(Scene scene) {
    var ram = scene.view().ram();
    var assigned = scene.session().memory();
    var eyes = scene.eyes();
    scene.show(
        Views.MEMORY_LADDER,
        () ->
            Look.Seen.of(
                ladder(ram, assigned, eyes), Source.Kind.GUEST_MEMORY, "each level names its own"));
  }

  private static Listing<MemoryLevelRow> ladder(GuestRam ram, long assigned, LiveEyes eyes)
      throws IOException {
    var rows = new ArrayList<MemoryLevelRow>();
    rows.add(
        new MemoryLevelRow(
            "assigned", assigned, "what QEMU was told to give", "the target, as started"));
    var untold = touched(ram, rows);
    return switch (eyes.outerHeap()) {
      case Measured.Known<Listing<HeapRow>>(var reading) -> {
        heap(reading, assigned, rows);
        yield new Listing<>(List.copyOf(rows), untold.or(reading.value()::cut));
      }
      case Measured.Unknown<Listing<HeapRow>>(var reason) ->
          new Listing<>(List.copyOf(rows), Optional.of(reason.why()));
    };
  }

  /// Why that level is missing, where it is.
  private static Optional<String> touched(GuestRam ram, List<MemoryLevelRow> into) {
    try {
      into.add(
          new MemoryLevelRow(
              "touched",
              ram.touched(),
              "pages that the guest wrote to, so that the host keeps them",
              ram.touchedBy()));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static void heap(
      Reading<Listing<HeapRow>> reading, long assigned, List<MemoryLevelRow> rows) {
    var heaps = reading.value().rows().stream().filter(row -> !row.inner()).toList();
    var source = reading.source().detail();
    var owned = heaps.stream().mapToLong(HeapRow::total).sum();
    var used = heaps.stream().mapToLong(HeapRow::used).sum();
    rows.add(new MemoryLevelRow("owned", owned, "what its allocators manage", source));
    rows.add(new MemoryLevelRow("in_use", used, "live allocations, headers included", source));
    var kept = heaps.stream().mapToLong(row -> row.reclaimable().orElse(0)).sum();
    if (heaps.stream().anyMatch(row -> row.reclaimable().isPresent())) {
      rows.add(
          new MemoryLevelRow(
              "reclaimable", kept, "in use, but given back when it is needed: caches", source));
    }
    if (heaps.isEmpty() || heaps.stream().anyMatch(row -> row.peak().isEmpty())) {
      return;
    }
    var peak = heaps.stream().mapToLong(row -> row.peak().getAsLong()).sum();
    rows.add(new MemoryLevelRow("peak", peak, "most that was in use at once", source));
    var least = assigned - owned + peak;
    if (owned <= assigned && peak <= owned) {
      rows.add(
          new MemoryLevelRow(
              "needed",
              (least + MIB - 1) / MIB * MIB,
              "smallest memory that the peak would have fitted in, pieces between blocks left out",
              "assigned − owned + peak, rounded up to 1 MiB"));
    }
  }
}
