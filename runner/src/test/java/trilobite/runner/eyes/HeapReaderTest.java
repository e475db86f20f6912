// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.HeapRow;
import trilobite.runner.memory.Memory;
import trilobite.runner.profile.Profiles;
import trilobite.runner.walk.TornException;

class HeapReaderTest {

  private static final int ADDRESS = 0x1000;

  private final ByteBuffer ram = ByteBuffer.allocate(0x2000).order(ByteOrder.LITTLE_ENDIAN);
  private final HeapReader reader =
      new HeapReader(
          Profiles.load(Path.of("/nowhere")).named("tide").orElseThrow().heaps().getFirst(),
          ADDRESS);
  private int reads;

  /// RAM that the guest changes before each reading.
  private Memory changing(IntConsumer guest) {
    return (address, into, offset, length) -> {
      guest.accept(reads++);
      ram.get((int) address, into, offset, length);
    };
  }

  private void heap(long used, long free, long peak, long allocations, long frees) {
    ram.position(ADDRESS);
    ram.putInt(0x70616568).putInt(1).putLong(used + free).putLong(used).putLong(free).putLong(peak);
    ram.putLong(allocations - frees).putLong(allocations).putLong(frees).putLong(0).putLong(1);
  }

  @Test
  void readsTheAllocatorsFigures() throws IOException {
    heap(700, 300, 800, 12, 5);
    assertThat(reader.read(changing(i -> {})))
        .isEqualTo(HeapRow.figures("tide", 1000, 700, 800, 7));
  }

  @Test
  void waitsForAQuietMoment() throws IOException {
    heap(100, 900, 100, 1, 0);
    var memory =
        changing(i -> heap(100L + Math.min(i, 7) * 10L, 900L - Math.min(i, 7) * 10L, 500, 1, 0));
    assertThat(reader.read(memory).used()).isEqualTo(170);
    assertThat(reads).isGreaterThan(7);
  }

  @Test
  void neverBelievesAHalfDoneChange() {
    heap(100, 900, 100, 1, 0);
    ram.putLong(ADDRESS + 16, 150);
    assertThatThrownBy(() -> reader.read(changing(i -> {})))
        .isInstanceOf(TornException.class)
        .hasMessageContaining("torn");
  }

  @Test
  void aStructureThatNeverRestsIsTorn() {
    heap(100, 900, 1000, 1, 0);
    assertThatThrownBy(() -> reader.read(changing(i -> heap(100 + i, 900 - i, 1000, 1, 0))))
        .isInstanceOf(TornException.class);
    assertThat(reads).isLessThan(100);
  }

  @Test
  void somethingElseAtTheAddressIsSaidSo() {
    assertThatThrownBy(() -> reader.read(changing(i -> {})))
        .hasMessageContaining("magic")
        .hasMessageContaining("not set up yet");
  }
}
