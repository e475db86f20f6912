// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.MemoryLevelRow;
import trilobite.model.guest.Views;
import trilobite.model.port.LiveGuest;

/// What a Linux guest says of its memory under `/proc`, beside what is read from outside.
record LinuxMemoryTruth(LiveGuest guest, Tell shell) {

  private static final int TRIES = 20;
  private static final long PAGE = 4096;
  private static final long KIB = 1 << 10;

  /// Each look of the guest at itself needs memory, too.
  private static final long SLACK = 192 * KIB;

  private static final long OBJECTS = 64;

  /// What a command prints.
  @FunctionalInterface
  interface Tell {
    List<String> tell(String command) throws Exception;
  }

  /// In an idle guest, with a large file and many small ones, and with none of them again.
  void holds() throws Exception {
    agree();
    shell.tell("dd if=/dev/zero of=/tmp/large bs=1M count=24 2>/dev/null");
    shell.tell("i=0; while [ $i -lt 1500 ]; do : > /tmp/f$i; i=$((i+1)); done");
    agree();
    assertThat(row("pages: shared and tmpfs").used()).isGreaterThan(24 << 20);
    assertThat(row("slab shmem_inode_cache").blocks()).isGreaterThan(1500);
    shell.tell("rm /tmp/large; rm /tmp/f*");
    agree();
    assertThat(row("pages: shared and tmpfs").used()).isLessThan(20 << 20);
    assertThat(guest.eyes().heap().value().orElseThrow())
        .extracting(HeapRow::name)
        .containsExactly("pages");
  }

  /// Both say nearly the same at some time.
  private void agree() throws Exception {
    for (int tries = 1; ; tries++) {
      try {
        var info = info();
        var rows = rows();
        pages(info, rows);
        caches(rows);
        return;
      } catch (AssertionError e) {
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private Map<String, HeapRow> rows() {
    var seen = guest.eyes().see(Views.ALLOCATORS).value().orElseThrow();
    assertThat(seen.cut()).isEmpty();
    return seen.rows().stream().collect(Collectors.toMap(HeapRow::name, Function.identity()));
  }

  private HeapRow row(String name) {
    return rows().get(name);
  }

  private Map<String, Long> info() throws Exception {
    var all = new HashMap<String, Long>();
    for (var line : shell.tell("cat /proc/meminfo")) {
      var words = line.split(":?\\s+");
      all.put(words[0], Long.parseLong(words[1]) * KIB);
    }
    return all;
  }

  private void pages(Map<String, Long> info, Map<String, HeapRow> rows) throws Exception {
    var pages = rows.get("pages");
    assertThat(pages.total()).isEqualTo(info.get("MemTotal"));
    assertThat(pages.used() + pages.free()).isEqualTo(pages.total());
    close("free", pages.free(), info.get("MemFree"));
    close("free blocks", pages.free(), buddies());
    close(
        "reclaimable",
        pages.reclaimable().orElseThrow(),
        info.get("Active(file)") + info.get("Inactive(file)") + info.get("SReclaimable"));
    var names =
        Map.of(
            "anonymous", "AnonPages",
            "shared and tmpfs", "Shmem",
            "slabs, reclaimable", "SReclaimable",
            "slabs, unreclaimable", "SUnreclaim",
            "page tables", "PageTables",
            "kernel stacks", "KernelStack");
    names.forEach(
        (ours, theirs) -> close(ours, rows.get("pages: " + ours).used(), info.get(theirs)));
    close("cache", rows.get("pages: page cache").used(), info.get("Cached") - info.get("Shmem"));
    var ladder = guest.eyes().see(Views.MEMORY_LADDER).value().map(Listing::rows).orElseThrow();
    assertThat(ladder)
        .extracting(MemoryLevelRow::level)
        .containsExactly("assigned", "touched", "owned", "in_use", "reclaimable");
    assertThat(ladder.get(2).bytes()).isEqualTo(pages.total());
  }

  private static void close(String what, long seen, long told) {
    assertThat(seen).as(what).isCloseTo(told, within(Math.max(told / 50, SLACK)));
  }

  private long buddies() throws Exception {
    var sum = 0L;
    for (var line : shell.tell("cat /proc/buddyinfo")) {
      var counts = line.replaceFirst(".*zone\\s+\\S+\\s+", "").split("\\s+");
      for (int i = 0; i < counts.length; i++) {
        sum += (Long.parseLong(counts[i]) * PAGE) << i;
      }
    }
    return sum;
  }

  /// Each cache's objects, those in use and their size; nothing is told of those without any.
  private void caches(Map<String, HeapRow> rows) throws Exception {
    var told = 0;
    for (var line : shell.tell("cat /proc/slabinfo")) {
      var words = line.split("\\s+");
      if (!words[1].matches("\\d+")) {
        continue;
      }
      var used = Long.parseLong(words[1]);
      var all = Long.parseLong(words[2]);
      var size = Long.parseLong(words[3]);
      var row = rows.get("slab " + words[0]);
      if (row == null) {
        assertThat(all).as(words[0]).isLessThan(OBJECTS);
        continue;
      }
      told++;
      assertThat(row.inner()).isTrue();
      assertThat(row.used()).as(words[0]).isEqualTo(row.blocks() * size);
      assertThat(row.total()).as(words[0]).isEqualTo(row.used() + row.free());
      assertThat(row.total() / size).as(words[0]).isCloseTo(all, within(all / 50 + OBJECTS));
      assertThat(row.blocks()).as(words[0]).isCloseTo(used, within(used / 50 + OBJECTS));
      assertThat(row.largestFree()).isEqualTo(OptionalLong.of(row.free() > 0 ? size : 0));
    }
    assertThat(told).isGreaterThan(50);
    assertThat(rows.keySet().stream().filter(name -> name.startsWith("slab "))).hasSize(told);
  }
}
