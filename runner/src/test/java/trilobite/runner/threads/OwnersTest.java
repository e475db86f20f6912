// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.type.Type;
import trilobite.runner.memory.FakeRam;
import trilobite.runner.memory.Memory;
import trilobite.runner.memory.ShiftingMemory;
import trilobite.runner.threads.Waiters.Waiter;
import trilobite.runner.value.NumberAt;
import trilobite.runner.value.Route;
import trilobite.runner.walk.Snapshot;

class OwnersTest {

  private static final long SOCKETS = 0x7000;
  private static final long RECORD = 0x4242;
  private static final FilesPlan PLAN =
      new FilesPlan(at(0), at(8), at(16), at(0), SOCKETS, at(8), at(0), Optional.of(at(8)));

  private final FakeRam ram = new FakeRam(0x1000, 0x3000);
  private final Waiter first = thread(0x1000, 1);
  private final Waiter second = thread(0x1100, 2);

  private static NumberAt at(long offset) {
    return new NumberAt(
        new Route(List.of(offset), new Type.Int("unsigned long", 8, true), 0, 0), 8, false);
  }

  private static Waiter thread(long address, long id) {
    return new Waiter(address, id, "t" + id, 0);
  }

  private static Map<Long, Waiter> of(Memory memory, Waiter... threads) {
    var clock = new long[1];
    return Owners.of(PLAN, List.of(threads), new Snapshot.Source(memory, () -> clock[0]++));
  }

  @Test
  void theFirstThatHasASocketOpenIsItsOwner() {
    // Each has a table of its own, with the same file in it.
    ram.words(0x1000, 0x10, 0x1800, 4).words(0x1100, 0x20, 0x1900, 1);
    ram.words(0x1800, 0, 0x2000, 0x2100, 0x2200).words(0x1900, 0x2000);
    ram.words(0x2000, SOCKETS, 0x3000).words(0x3000, RECORD, 0x2000);
    // Another kind of file, and one whose socket is another's.
    ram.words(0x2100, 7, 0x3100).words(0x3100, 1, 0x2100);
    ram.words(0x2200, SOCKETS, 0x3200).words(0x3200, 2, 0x2100);
    assertThat(of(ram, first, second)).isEqualTo(Map.of(RECORD, first));
    assertThat(of(ram, second, first)).isEqualTo(Map.of(RECORD, second));
  }

  @Test
  void whatThreadsShareIsReadOnce() {
    ram.words(0x1000, 0x10, 0x1800, 0).words(0x1100, 0x10, 0x1800, 1).words(0x1800, 0x2000);
    ram.words(0x2000, SOCKETS, 0x3000).words(0x3000, RECORD, 0x2000);
    assertThat(of(ram, first, second)).isEmpty();
    assertThat(of(ram, second)).containsKey(RECORD);
  }

  @Test
  void aDamagedTableHidesNoOther() {
    ram.words(0x1000, 0x10, 0x1800, -1).words(0x1100, 0x20, 0x9000_0000L, 3);
    var third = thread(0x1200, 3);
    ram.words(0x1200, 0x30, 0x1a00, 2).words(0x1a00, 0x5000, 0x2000);
    ram.words(0x2000, SOCKETS, 0x3000).words(0x3000, RECORD, 0x2000);
    assertThat(of(ram, first, second, third)).isEqualTo(Map.of(RECORD, third));
  }

  @Test
  void aTableWithoutAnEndIsReadUpToABound() {
    // Every word is a pointer into the same bytes, and every table has 2^62 files.
    var bytes = new byte[64];
    bytes[7] = bytes[23] = 0x40;
    bytes[15] = 0x20;
    var memory = new ShiftingMemory(bytes, 0, 0);
    var threads = new Waiter[1_000];
    for (int i = 0; i < threads.length; i++) {
      threads[i] = thread(i * 8L, i);
    }
    assertThat(of(memory, threads)).isEmpty();
    assertThat(memory.reads()).isLessThan(1_500_000);
  }
}
