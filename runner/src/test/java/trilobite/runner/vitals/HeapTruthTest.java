// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.vitals.TideGuest.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.AllocationRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.profile.Profiles;

/// The blocks that we find one by one, beside the figures that the guest's allocator keeps, and the
/// map of its memory.
@Tag("qemu")
class HeapTruthTest {

  private static final int STATES = Integer.getInteger("truth.heaps", 150);

  @TempDir Path state;

  private static <R extends Record> List<R> see(TideGuest tide, View<R> view, String when) {
    return switch (tide.guest.eyes().see(view)) {
      case Known<Listing<R>>(var reading) -> {
        assertThat(reading.pauses()).isZero();
        assertThat(reading.value().cut()).as(when).isEmpty();
        yield reading.value().rows();
      }
      case Measured.Unknown<Listing<R>>(var reason) -> throw new AssertionError(reason.why());
    };
  }

  @Test
  void heldAtRandomStatesTheBlocksAreWhatTheGuestCountsAndTheMapIsAllOfItsMemory()
      throws Exception {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    var observers = new RunObservers(() -> profiles, types, Chronicle.none());
    try (var tide = new TideGuest(state, "q35", "64M", observers)) {
      await("types read", () -> tide.guest.eyes().see(Views.ALLOCATIONS) instanceof Known);
      var console = new HeldConsole(tide.guest);
      var random = new Random(7);
      for (int i = 0; i < STATES; i++) {
        act(tide, random);
        var truth = console.hold("heap");
        try {
          compare(tide, truth, "state " + i);
        } finally {
          console.release();
        }
      }
    }
  }

  private static void act(TideGuest tide, Random random) throws IOException {
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> tide.attempt("alloc?kib=" + (1 + random.nextInt(600)));
      case 3, 4 -> tide.attempt("free");
      case 5 -> tide.attempt("leak?kib=" + (1 + random.nextInt(64)));
      case 6 -> tide.attempt("spawn?1&h" + random.nextInt(3));
      default -> tide.attempt("exit?h" + random.nextInt(3));
    }
  }

  private static void compare(TideGuest tide, JsonNode truth, String when) {
    var blocks = see(tide, Views.ALLOCATIONS, when);
    assertThat(blocks.stream().mapToLong(AllocationRow::bytes).sum())
        .as(when + ": bytes in live blocks")
        .isEqualTo(truth.get("used").asLong());
    assertThat(blocks.stream().mapToLong(AllocationRow::blocks).sum())
        .as(when + ": live blocks")
        .isEqualTo(truth.get("blocks").asLong());
    var map = see(tide, Views.MEMORY_MAP, when);
    assertThat(map.stream().mapToLong(MemoryRegionRow::size).sum())
        .as(when + ": all regions together")
        .isEqualTo(64 << 20);
    for (int i = 1; i < map.size(); i++) {
      assertThat(map.get(i).start()).as(when).isEqualTo(map.get(i - 1).end());
    }
    assertThat(map).extracting(MemoryRegionRow::kind).contains("image", "heap", "page_tables");
    assertThat(map)
        .filteredOn(region -> region.kind().equals("stack"))
        .extracting(MemoryRegionRow::name)
        .contains("idle", "main", "shell");
    assertThat(map).allMatch(region -> region.touched() <= region.size());
  }
}
