// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  void pagesAndSlabsAreToldAsLinuxCountsThem() throws Exception {
    var linux = shipped("linux");
    var program = new HeapProgram(folder, "slub", linux);
    for (int seed = 1; seed <= STATES; seed++) {
      var state = program.run(seed);
      var slabs = state.read(allocator(linux, "slab"));
      assertThat(slabs)
          .extracting(Blocks::name)
          .containsExactlyInAnyOrder("slab kmalloc-64", "slab dentry", "slab dentry (2)");
      assertThat(slabs).allMatch(cache -> cache.cut().isEmpty());
      assertThat(sum(slabs)).as("seed " + seed).isEqualTo(state.used());
      assertThat(slabs.stream().mapToLong(Blocks::count).sum()).isEqualTo(state.blocks());
      assertThat(slabs).allMatch(cache -> cache.bytes() + cache.room() == cache.owned());
      var taken = state.number("pages_taken");
      var pages = state.read(allocator(linux, "pages")).getFirst();
      assertThat(pages.count()).as("seed " + seed).isEqualTo(taken);
      assertThat(pages.owned()).isEqualTo(5000 * 4096);
      assertThat(pages.bytes() + pages.room()).isEqualTo(pages.owned());
      assertThat(pages.own().kept()).hasValue((taken / 2 + 7) * 4096);
      assertThat(state.read(allocator(linux, "pages:")))
          .extracting(Blocks::name, Blocks::bytes)
          .contains(
              tuple("pages: slabs, reclaimable", taken / 2 * 4096),
              tuple("pages: slabs, unreclaimable", (taken - taken / 2) * 4096),
              tuple("pages: page cache", 0L))
          .doesNotContain(tuple("pages: kernel stacks", 0L));
    }
  }

  @Test
  void oneCacheThatLiesLeavesTheOthers() throws Exception {
    var linux = shipped("linux");
    var layout = allocator(linux, "slab");
    var program = new HeapProgram(folder, "slub", linux);
    for (var lie : Lie.values()) {
      var state = program.run(5);
      lie.tell(state);
      var told = state.read(layout);
      assertThat(told).as(lie.name()).hasSize(lie == Lie.RESTLESS ? 3 : 2);
      assertThat(told.stream().flatMap(cache -> cache.cut().stream()))
          .as(lie.name())
          .singleElement(STRING)
          .contains(lie == Lie.RESTLESS ? "dentry changed with each look" : "could not be read");
    }
    var state = program.run(6);
    state.ram.words(state.at("slab_caches"), state.at("caches") + CACHE_LIST);
    state.ram.words(state.at("caches") + CACHE_LIST, state.at("caches") + CACHE_LIST);
    assertThatThrownBy(() -> state.read(layout)).isInstanceOf(TornException.class);
    state.ram.ints(state.at("nr_online_nodes"), 2);
    assertThatThrownBy(() -> state.read(layout)).hasMessageContaining("several nodes");
    assertThatThrownBy(() -> state.read(allocator(linux, "pages")))
        .hasMessageContaining("several nodes");
  }

  private static final int CACHE_LIST = 16;
  private static final int CACHE = 64;
  private static final int NODE = 40;

  /// What is wrong with the second of three caches.
  private enum Lie {
    LOOP,
    NOWHERE,
    ANOTHERS,
    MORE_FREE_THAN_THERE_ARE,
    NEGATIVE,
    TOO_MANY,
    NO_SIZE,
    NO_NAME,
    RESTLESS;

    void tell(HeapProgram.State state) throws IOException {
      var ram = state.ram;
      var cache = state.at("caches") + CACHE;
      var partial = state.at("nodes") + NODE + 8;
      var total = state.at("nodes") + NODE + 32;
      var first = ram.word(partial);
      assertThat(first).as("a slab that is not full").isNotEqualTo(partial);
      switch (this) {
        case LOOP -> ram.words(first, first);
        case NOWHERE -> ram.words(first, 0x1234);
        case ANOTHERS -> ram.words(first - 8, state.at("caches"));
        case MORE_FREE_THAN_THERE_ARE -> ram.words(total, 1);
        case NEGATIVE -> ram.words(total, -5);
        case TOO_MANY -> ram.words(total, Long.MAX_VALUE);
        case NO_SIZE -> ram.ints(cache + 4, 0);
        case NO_NAME -> ram.words(cache + 8, 0x1234);
        case RESTLESS -> {
          var count = new AtomicLong(ram.word(total));
          ram.meanwhile(() -> ram.words(total, count.incrementAndGet()));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0, -1", "0, 5000", "10, 4611686018427387904", "3, 1152921504606846976", "10, 5"})
  void moreFreePagesThanThereAreIsNoReading(int level, long count) throws Exception {
    var linux = shipped("linux");
    var state = new HeapProgram(folder, "slub", linux).run(1);
    state.ram.words(state.at("node") + 8 + level * 40L + 32, count);
    assertThatThrownBy(() -> state.read(allocator(linux, "pages")))
        .isInstanceOf(TornException.class);
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
