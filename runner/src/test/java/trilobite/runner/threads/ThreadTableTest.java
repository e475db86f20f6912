// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;
import trilobite.runner.walk.TornException;

/// Threads of a kernel that is small, changes under us, or lies.
class ThreadTableTest {

  private final TinyKernel kernel = new TinyKernel();
  private long nanos;
  private ThreadTable table;
  private long first;
  private long second;

  @BeforeEach
  void makeThreads() throws PathException {
    table =
        new ThreadTable(
            TinyKernel.plan(), new Snapshot.Source(kernel.ram, () -> nanos), () -> false);
    second = kernel.thread(2, 0, "worker");
    first = kernel.thread(1, second, "main");
    kernel.ram.words(TinyKernel.HEAD, first);
  }

  private ThreadRow row(int index) throws IOException {
    return table.read().rows().get(index);
  }

  @Test
  void readsWhatTheProfileNames() throws IOException {
    kernel.ram.words(first + 80, 0x1100).words(0x1100, second).text(0x1108, "cache");
    var row = row(0);
    assertThat(row.id()).isEqualTo(1);
    assertThat(row.name()).isEqualTo("main");
    assertThat(row.state()).isEqualTo("blocked");
    assertThat(row.runTime()).hasValue(5_000);
    assertThat(row.stackUsed()).hasValue(0x40);
    assertThat(row.stackPeak()).hasValue(0x40);
    assertThat(row.waitsFor()).hasValue("cache");
    assertThat(row.holder()).hasValue("worker");
    assertThat(row.holderId()).hasValue(2);
    // The scheduler's own frame is passed over.
    assertThat(row.top()).hasValue("worker");
    assertThat(row.cpu()).isEmpty();
  }

  @Test
  void cpuIsTheRunTimeSinceAnEarlierReading() throws IOException {
    table.read();
    nanos = 500_000_000;
    kernel.ram.words(first + 64, 5_000 + 125_000_000, 2);
    assertThat(row(0).cpu()).hasValue(25);
    assertThat(row(1).cpu()).hasValue(0);
  }

  @Test
  void switchesAreCountedAndTheirRateIsOfTheTimeBetween() throws IOException {
    assertThat(row(0).switches()).hasValue(1);
    assertThat(row(0).switchRate()).isEmpty();
    nanos = 500_000_000;
    kernel.ram.words(first + 64, 5_000, 101);
    assertThat(row(0).switchRate()).hasValue(200);
  }

  @Test
  void aWaitIsTimedSinceItWasFirstSeenWhileItIsTheSame() throws IOException {
    nanos = 1_000_000;
    kernel.ram.words(first + 80, 0x1100).words(0x1100, second).text(0x1108, "cache");
    assertThat(row(0).waited()).hasValue(0);
    nanos = 39_000_000;
    assertThat(row(0).waited()).hasValue(38_000_000);
    assertThat(row(0).held()).hasValue(38_000_000);
    assertThat(row(1).waited()).isEmpty();
    // Another holder of the same lock: the wait goes on, the hold is new.
    kernel.ram.words(0x1100, first);
    nanos = 40_000_000;
    assertThat(row(0).waited()).hasValue(39_000_000);
    assertThat(row(0).held()).hasValue(0);
    // Another lock: a new wait.
    kernel.ram.words(first + 80, 0x1180).words(0x1180, 0);
    assertThat(row(0).waited()).hasValue(0);
    assertThat(row(0).held()).isEmpty();
  }

  @Test
  void timeInWhichTheGuestStandsStillIsNoWait() throws Exception {
    var paused = new boolean[1];
    table =
        new ThreadTable(
            TinyKernel.plan(), new Snapshot.Source(kernel.ram, () -> nanos), () -> paused[0]);
    nanos = 1;
    kernel.ram.words(first + 80, 0x1100).words(0x1100, second);
    assertThat(row(0).waited()).hasValue(0);
    paused[0] = true;
    nanos = 3_000_000_001L;
    assertThat(row(0).held()).hasValue(0);
    paused[0] = false;
    nanos = 3_005_000_001L;
    assertThat(row(0).held()).hasValue(5_000_000);
  }

  @Test
  void whoRunsIsOnTheOnlyCpu() throws IOException {
    kernel.ram.words(first + 32, 1);
    assertThat(row(0).vcpu()).hasValue(0);
    assertThat(row(1).vcpu()).isEmpty();
  }

  @Test
  void aKernelSaysWhereAThreadRunsAndSinceWhenByTheFirstNameThatItsBuildHas() throws Exception {
    table =
        new ThreadTable(
            TinyKernel.plan(),
            new Snapshot.Source(kernel.ram, () -> nanos),
            () -> false,
            Optional.empty(),
            4);
    kernel.ram.words(first + 32, 1).ints(first + 88, 3, 1_000);
    kernel.ram.ints(second + 88, 2, 0);
    nanos = 7_000_000_000L;
    assertThat(row(0).vcpu()).hasValue(3);
    assertThat(row(1).vcpu()).as("it does not run").isEmpty();
    assertThat(row(0).runTime()).hasValue(5_000);
    nanos += 500;
    assertThat(row(0).runTime()).as("and what it used since").hasValue(5_500);
    kernel.ram.ints(first + 92, 0);
    assertThat(row(0).runTime()).as("no stamp, no guess").hasValue(5_000);
  }

  @Test
  void aStackIsLookedThroughAgainOnlyWhenItsThreadRan() throws IOException {
    table.read();
    kernel.ram.words(first + 0x200 + 0x100, 1);
    assertThat(row(0).stackPeak()).hasValue(0x40);
    kernel.ram.words(first + 72, 2);
    assertThat(row(0).stackPeak()).hasValue(0x300);
  }

  @Test
  void aListThatLoopsShowsItsThreadsOnce() throws IOException {
    kernel.ram.words(second, first);
    var listing = table.read();
    assertThat(listing.rows()).extracting(ThreadRow::id).containsExactly(1L, 2L);
    assertThat(listing.cut().orElseThrow()).contains("back to itself");
  }

  @Test
  void aListThatLeavesMemoryShowsWhatWasBefore() throws IOException {
    kernel.ram.words(second, 0x7fff_ffff_f000L);
    var listing = table.read();
    assertThat(listing.rows()).extracting(ThreadRow::id).containsExactly(1L, 2L);
    assertThat(listing.cut().orElseThrow()).contains("nothing to read");
  }

  @Test
  void aRecordThatIsNoThreadsIsLeftOutAndSaid() throws IOException {
    kernel.ram.ints(first + 8, 0);
    var listing = table.read();
    assertThat(listing.rows()).extracting(ThreadRow::id).containsExactly(2L);
    assertThat(listing.cut().orElseThrow()).contains("no thread's record at 0x3000");
  }

  @Test
  void wildPointersOfAThreadDoNotHideIt() throws IOException {
    kernel.ram.words(first + 80, 0xdead_beef_0000L);
    kernel.ram.words(first + 40, 0x6666_0000_0000L, 0x6666_0000_0000L, 1L << 31);
    var row = row(0);
    assertThat(row.name()).isEqualTo("main");
    assertThat(row.waitsFor()).hasValue("?");
    assertThat(row.top()).hasValue("?");
    assertThat(row.stackPeak()).isEmpty();
  }

  @Test
  void aNameWithoutAnEndIsCutAtItsRoom() throws IOException {
    kernel.ram.text(first + 16, "0123456789abcdef");
    assertThat(row(0).name()).isEqualTo("0123456789abcdef");
    kernel.ram.text(first + 16, "\u001b[2Jgone\u0000      ");
    // Escaped where it is shown: rows carry what the guest has.
    assertThat(row(0).name()).isEqualTo("\u001b[2Jgone");
  }

  @Test
  void framesThatLoopEnd() throws IOException {
    var stack = first + 0x200;
    kernel
        .ram
        .words(stack + 0x3c0, stack + 0x3e0, 0x150)
        .words(stack + 0x3e0, stack + 0x3c0, 0x150);
    assertThat(row(0).top()).hasValue("schedule");
  }

  @Test
  void aThreadThatChangesEachTimeIsSaidToBeTorn() throws IOException {
    var random = new Random(1);
    kernel.ram.meanwhile(() -> kernel.ram.words(first + 64, random.nextLong()));
    var listing = table.read();
    assertThat(listing.rows()).extracting(ThreadRow::id).containsExactly(2L);
    assertThat(listing.cut().orElseThrow()).contains("torn").contains("0x3000");
  }

  @Test
  void noMemoryAtAllMakesItHangOrThrowAnythingElse() throws IOException {
    var random = new Random(2);
    for (int i = 0; i < 3_000; i++) {
      for (int j = 0; j < 4; j++) {
        long at = 0x3000 + random.nextInt(0x2000 / 8) * 8L;
        long value =
            switch (random.nextInt(4)) {
              case 0 -> first;
              case 1 -> 0x1000 + random.nextInt(0x20000);
              case 2 -> random.nextLong();
              default -> 0;
            };
        kernel.ram.words(at, value);
      }
      kernel.ram.ints(first + 8, TinyKernel.MAGIC).ints(second + 8, TinyKernel.MAGIC);
      assertThat(read().rows().size()).isLessThan(100_001);
    }
  }

  private Listing<ThreadRow> read() throws IOException {
    try {
      return table.read();
    } catch (TornException e) {
      return new Listing<>(List.of(), Optional.empty());
    }
  }

  @Test
  void aCoreHasNoSharesSinceNoTimePassesInIt() throws Exception {
    table =
        new ThreadTable(
            TinyKernel.plan(),
            new Snapshot.Source(kernel.ram, () -> nanos),
            () -> true,
            Optional.empty(),
            0);
    nanos = 1;
    table.read();
    nanos = 1_000_000_000L;
    assertThat(row(0).cpu()).isEmpty();
    assertThat(row(0).switchRate()).isEmpty();
  }
}
