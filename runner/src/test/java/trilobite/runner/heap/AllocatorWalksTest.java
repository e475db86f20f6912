// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.profile.AllocatorLayout;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.Profiles;
import trilobite.runner.walk.TornException;

/// Allocators as the shipped profiles describe them, in programs of our own that are built the same
/// way: what is found must be what the programs know to hold, at random states.
class AllocatorWalksTest {

  private static final int STATES = Integer.getInteger("truth.allocators", 25);

  @TempDir Path folder;

  private static Profile shipped(String name) {
    return Profiles.load(Path.of("/nowhere")).named(name).orElseThrow();
  }

  private static AllocatorLayout allocator(Profile profile, String name) {
    return profile.allocators().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static long sum(List<Blocks> all) {
    return all.stream().mapToLong(Blocks::bytes).sum();
  }

  @Test
  void aBuddyAllocatorsPagesAreThoseOfItsListsAndItsBitmap() throws Exception {
    var unikraft = shipped("unikraft");
    var layout = allocator(unikraft, "bbuddy");
    var program = new HeapProgram(folder, "bbuddy", unikraft);
    for (int seed = 1; seed <= STATES; seed++) {
      var state = program.run(seed);
      var blocks = state.read(layout).getFirst();
      assertThat(blocks.cut()).isEmpty();
      assertThat(blocks.bytes()).as("seed " + seed).isEqualTo(state.used());
      assertThat(blocks.owned()).isEqualTo(190 * 4096);
      assertThat(blocks.bytes() + blocks.room()).isEqualTo(blocks.owned());
      assertThat(blocks.largest()).isBetween(0L, 64 * 4096L);
    }
    var state = program.run(1);
    var first = program.program.symbols().find("allocator").orElseThrow().address() + 16;
    state.ram.words(first, state.ram.word(first) + 1);
    assertThatThrownBy(() -> state.read(layout))
        .isInstanceOf(TornException.class)
        .hasMessageContaining("own count");
    state.ram.words(first - 16, 0x1234);
    assertThatThrownBy(() -> state.read(layout)).hasMessageContaining("another allocator");
  }

  @Test
  void blocksOfTwoLevelListsAreFoundByTheirSizesAndInTheLists() throws Exception {
    var unikraft = shipped("unikraft");
    var layout = allocator(unikraft, "tlsf");
    var program = new HeapProgram(folder, "tlsf", unikraft);
    for (int seed = 1; seed <= STATES; seed++) {
      var state = program.run(seed);
      var blocks = state.read(layout).getFirst();
      assertThat(blocks.cut()).isEmpty();
      assertThat(blocks.bytes()).as("seed " + seed).isEqualTo(state.used());
      assertThat(blocks.count()).as("seed " + seed).isEqualTo(state.blocks());
      assertThat(blocks.bytes() + blocks.room()).isEqualTo(blocks.owned());
    }
    // A free block that is in no list: its bit is set, and nothing else.
    var state = program.run(2);
    var area = program.program.symbols().find("areas").orElseThrow().address();
    state.ram.words(area + 8, state.ram.word(area + 8) | 1);
    assertThatThrownBy(() -> state.read(layout))
        .isInstanceOf(TornException.class)
        .hasMessageContaining("free and in no list");
  }

  @Test
  void poolsAndTheHeapOfBuffersAreWhatLwipCounts() throws Exception {
    var lwip = shipped("lwip");
    var program = new HeapProgram(folder, "pools", lwip);
    for (int seed = 1; seed <= STATES; seed++) {
      var state = program.run(seed);
      var pools = state.read(allocator(lwip, "lwip"));
      var heap = state.read(allocator(lwip, "lwip mem"));
      assertThat(pools).extracting(Blocks::name).containsExactly("lwip tcp_pcb", "lwip pbuf_pool");
      assertThat(sum(pools) + sum(heap)).as("seed " + seed).isEqualTo(state.used());
      assertThat(pools.stream().mapToLong(Blocks::count).sum() + heap.getFirst().count())
          .isEqualTo(state.blocks());
      assertThat(pools.getFirst().owned()).isEqualTo(16 * 48);
      assertThat(heap.getFirst().owned()).isEqualTo(12_000);
      assertThat(
              pools.stream().mapToLong(pool -> pool.own().failures().orElseThrow()).sum()
                  + heap.getFirst().own().failures().orElseThrow())
          .isEqualTo(state.failures());
    }
    var state = program.run(3);
    var counts = program.program.symbols().find("counts").orElseThrow().address();
    state.ram.shorts(counts + 4, 200);
    assertThatThrownBy(() -> state.read(allocator(lwip, "lwip")))
        .isInstanceOf(TornException.class)
        .hasMessageContaining("tcp_pcb")
        .hasMessageContaining("200 by its own count");
  }

  @Test
  void boundaryTagsMayTellOfTheBlockBefore() throws Exception {
    var profile = own();
    var layout = profile.allocators().getFirst();
    var program = new HeapProgram(folder, "tags", profile);
    for (int seed = 1; seed <= STATES; seed++) {
      var state = program.run(seed);
      var blocks = state.read(layout).getFirst();
      assertThat(blocks.cut()).isEmpty();
      assertThat(blocks.bytes()).as("seed " + seed).isEqualTo(state.used());
      assertThat(blocks.count()).as("seed " + seed).isEqualTo(state.blocks());
      assertThat(blocks.owned()).isEqualTo((72 << 10) - 2 * 16);
    }
    var state = program.run(4);
    var room = program.program.symbols().find("room").orElseThrow().address();
    state.ram.words(room + 8, 0x7fff_ffff_0000L);
    var damaged = state.read(layout).getFirst();
    assertThat(damaged.cut().orElseThrow()).contains("0x%x is damaged".formatted(room));
  }

  private Profile own() throws IOException {
    var own = Files.createDirectories(folder.resolve("profiles/tags"));
    Files.writeString(
        own.resolve("profile.toml"),
        """
        schema = 1
        name = "tags"
        [container.segments]
        start = "segments"
        shape = "linked"
        of = "struct segment"
        [[heap]]
        name = "tags"
        [heap.walk]
        ranges = "segments"
        begin = "base"
        length = "size"
        block = "struct chunk"
        size = "head"
        flags = 15
        live = { path = "head", bits = 1, value = 1, next = true }
        free = { path = "head", bits = 1, value = 0, next = true }
        last = 16
        """);
    return Profiles.load(folder).named("tags").orElseThrow();
  }
}
