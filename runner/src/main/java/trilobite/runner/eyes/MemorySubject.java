// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.Listing;
import trilobite.model.guest.MemoryLevelRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.runner.live.Session;
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
    var guest = scene.view();
    var session = scene.session();
    scene.show(
        Views.MEMORY_LADDER,
        () ->
            Look.Seen.of(
                ladder(guest, session), Source.Kind.GUEST_MEMORY, "each level names its own"));
  }

  static Listing<MemoryLevelRow> ladder(GuestView guest, Session session) throws IOException {
    var rows = new ArrayList<MemoryLevelRow>();
    rows.add(
        new MemoryLevelRow(
            "assigned", session.memory(), "what QEMU was told to give", "the target, as started"));
    var cut = touched(guest.ram(), rows);
    if (guest.heaps().isEmpty()) {
      return new Listing<>(List.copyOf(rows), Optional.of(guest.why()));
    }
    try {
      heap(guest, session.memory(), rows);
      return new Listing<>(List.copyOf(rows), cut);
    } catch (IOException e) {
      return new Listing<>(List.copyOf(rows), Optional.of(String.valueOf(e.getMessage())));
    }
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

  private static void heap(GuestView guest, long assigned, List<MemoryLevelRow> rows)
      throws IOException {
    var seen = HeapSubject.read(guest);
    var source = seen.source().detail();
    var owned = seen.rows().rows().stream().mapToLong(heap -> heap.total()).sum();
    var used = seen.rows().rows().stream().mapToLong(heap -> heap.used()).sum();
    var peak = seen.rows().rows().stream().mapToLong(heap -> heap.peak()).sum();
    rows.add(new MemoryLevelRow("owned", owned, "what its allocators manage", source));
    rows.add(new MemoryLevelRow("in_use", used, "live allocations, headers included", source));
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
