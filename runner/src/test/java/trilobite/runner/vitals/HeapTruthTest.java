// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static trilobite.runner.vitals.TideGuest.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.AllocationRow;
import trilobite.model.guest.AllocationSiteRow;
import trilobite.model.guest.Growth;
import trilobite.model.guest.HeapRow;
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

  private TideGuest boot() throws Exception {
    return boot(state, "64M");
  }

  private static TideGuest boot(Path state, String memory) throws Exception {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    var observers = new RunObservers(() -> profiles, types, Chronicle.none());
    var tide = new TideGuest(state, "q35", memory, observers);
    await("types read", () -> tide.guest.eyes().see(Views.ALLOCATIONS) instanceof Known);
    return tide;
  }

  @Test
  void heldAtRandomStatesTheBlocksAreWhatTheGuestCountsAndTheMapIsAllOfItsMemory()
      throws Exception {
    try (var tide = boot()) {
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

  @Test
  void heldWithConnectionsComingAndGoingThePoolsAreWhatLwipCounts() throws Exception {
    var open = new ArrayDeque<Socket>();
    try (var tide = boot()) {
      var console = new HeldConsole(tide.guest);
      var random = new Random(11);
      for (int i = 0; i < STATES / 3; i++) {
        if (open.size() < 40 && random.nextInt(3) > 0) {
          var socket = new Socket(InetAddress.getLoopbackAddress(), tide.web().getPort());
          socket.getOutputStream().write("GET / HTTP/1.1\r\n".getBytes(StandardCharsets.UTF_8));
          open.add(socket);
        } else if (!open.isEmpty()) {
          open.remove().close();
        }
        var truth = console.hold("pools").get("pools");
        try {
          pools(see(tide, Views.ALLOCATORS, "state " + i), truth, "state " + i);
        } finally {
          console.release();
        }
      }
    } finally {
      for (var socket : open) {
        socket.close();
      }
    }
  }

  @Test
  void heldAtRandomStatesEachCallHasTheBlocksThatTheGuestBooksOnIt() throws Exception {
    try (var tide = boot()) {
      var console = new HeldConsole(tide.guest);
      var random = new Random(13);
      for (int i = 0; i < STATES / 5; i++) {
        act(tide, random);
        var truth = console.hold("sites").get("sites");
        try {
          var seen = see(tide, Views.ALLOCATION_SITES, "state " + i);
          assertThat(seen)
              .as("state " + i)
              .extracting(
                  row -> "0x" + Long.toHexString(row.address()),
                  AllocationSiteRow::blocks,
                  AllocationSiteRow::bytes,
                  row -> row.oldest().orElse(0))
              .containsExactlyInAnyOrderElementsOf(told(truth));
        } finally {
          console.release();
        }
      }
      tide.perform("leak?kib=64");
      var leak =
          see(tide, Views.ALLOCATION_SITES, "leaked").stream()
              .filter(row -> row.bytes() >= 64 << 10 && row.file().endsWith("words_do.c"))
              .findFirst()
              .orElseThrow();
      assertThat(leak.line()).isPositive();
      assertThat(leak.function()).isNotEmpty();
      theCallThatLeaksIsNamedFirst(tide, leak);
    }
  }

  /// Other calls hold more bytes; none of theirs only ever rises.
  private static void theCallThatLeaksIsNamedFirst(TideGuest tide, AllocationSiteRow leak)
      throws Exception {
    tide.perform("spawn?16&crowd");
    var before = see(tide, Views.ALLOCATION_SITES, "before");
    var leaked = new AtomicInteger();
    await(
        "a suspect",
        () -> {
          leak(tide);
          leaked.incrementAndGet();
          var first = see(tide, Views.ALLOCATION_SITES, "growing").getFirst();
          return first.suspect().isPresent() && first.address() == leak.address();
        });
    var now = see(tide, Views.ALLOCATION_SITES, "grown");
    assertThat(now.getFirst().suspect()).contains("leak");
    assertThat(now).as("all others").filteredOn(row -> row.suspect().isPresent()).hasSize(1);
    var grown = Growth.betweenSites(before, now).getFirst();
    assertThat(grown.function()).isEqualTo(leak.function());
    assertThat(grown.line()).isEqualTo(leak.line());
    assertThat(grown.grown()).isEqualTo(leaked.get());
    assertThat(grown.bytes()).isGreaterThanOrEqualTo(leaked.get() * 4096L);
  }

  private static void leak(TideGuest tide) {
    try {
      tide.perform("leak?kib=4");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsInUseIsReadFromFiguresAloneAndIsTheSameAsFromBlockToBlock() throws Exception {
    try (var tide = boot()) {
      var console = new HeldConsole(tide.guest);
      tide.perform("leak?kib=64");
      console.hold("heap");
      try {
        var figures = (Known<List<HeapRow>>) tide.guest.eyes().heap();
        assertThat(figures.reading().source().detail()).doesNotContain("one behind another");
        assertThat(figures.reading().value())
            .extracting(HeapRow::name, HeapRow::used)
            .containsExactlyElementsOf(
                see(tide, Views.ALLOCATORS, "held").stream()
                    .filter(row -> !row.inner())
                    .map(row -> tuple(row.name(), row.used()))
                    .toList());
      } finally {
        console.release();
      }
    }
  }

  private static List<Tuple> told(JsonNode sites) {
    var all = new ArrayList<Tuple>();
    for (var site : sites) {
      all.add(
          tuple(
              site.get("caller").asText(),
              site.get("blocks").asLong(),
              site.get("bytes").asLong(),
              site.get("oldestNs").asLong()));
    }
    return all;
  }

  /// Told from the outside of a guest with plenty, and found true by booting others with so much.
  @Test
  void withTheSmallestMemoryThatItsPeakFitsInTheSameWorkIsDoneAndWithLessItIsNot()
      throws Exception {
    var work = "alloc?kib=9000";
    long needed;
    try (var tide = boot(state.resolve("plenty"), "64M")) {
      tide.perform(work);
      needed =
          see(tide, Views.MEMORY_LADDER, "plenty").stream()
              .filter(level -> level.level().equals("needed"))
              .findFirst()
              .orElseThrow()
              .bytes();
    }
    assertThat(needed).isBetween(11L << 20, 14L << 20);
    try (var tide = boot(state.resolve("enough"), needed / 1024 + "K")) {
      tide.perform(work);
      assertThat(tide.truth("heap").get("failures").asLong()).isZero();
    }
    try (var tide = boot(state.resolve("less"), (needed - (1 << 20)) / 1024 + "K")) {
      tide.attempt(work);
      assertThat(tide.truth("heap").get("failures").asLong()).isPositive();
    }
  }

  private static void pools(List<HeapRow> rows, JsonNode truth, String when) {
    var pools = rows.stream().filter(row -> row.name().startsWith("lwip ")).toList();
    assertThat(pools).as(when).hasSize(truth.size()).allMatch(HeapRow::inner);
    assertThat(pools).extracting(HeapRow::name).contains("lwip tcp_pcb", "lwip pbuf_pool");
    for (int i = 0; i < truth.size(); i++) {
      var one = truth.get(i);
      var size = one.get("size").asLong();
      assertThat(pools.get(i))
          .as("%s: %s", when, pools.get(i).name())
          .isEqualTo(
              new HeapRow(
                  pools.get(i).name(),
                  size * one.get("count").asLong(),
                  size * one.get("used").asLong(),
                  OptionalLong.of(size * one.get("most").asLong()),
                  one.get("used").asLong(),
                  size * one.get("free").asLong(),
                  OptionalLong.of(one.get("free").asLong() > 0 ? size : 0),
                  pools.get(i).fragmentation(),
                  OptionalLong.empty(),
                  OptionalLong.of(one.get("refused").asLong()),
                  true));
    }
    var tide = rows.getFirst();
    assertThat(tide.name()).isEqualTo("tide");
    assertThat(tide.largestFree().orElseThrow()).isBetween(1L << 20, tide.free());
    assertThat(tide.fragmentation().orElseThrow()).isBetween(0.0, 50.0);
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
    var blocks =
        see(tide, Views.ALLOCATIONS, when).stream()
            .filter(row -> row.allocator().equals("tide"))
            .toList();
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
    assertThat(map)
        .extracting(MemoryRegionRow::kind)
        .contains("image", "heap", "pool", "page_tables");
    assertThat(map)
        .filteredOn(region -> region.kind().equals("stack"))
        .extracting(MemoryRegionRow::name)
        .contains("idle", "main", "shell");
    assertThat(map).allMatch(region -> region.touched() <= region.size());
  }
}
