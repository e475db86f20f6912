// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import trilobite.runner.memory.Memory;

class KernelMemoryTest {

  private final ByteBuffer ram = ByteBuffer.allocate(0x10000).order(ByteOrder.LITTLE_ENDIAN);
  private final Memory physical =
      (address, into, offset, length) -> ram.get((int) address, into, offset, length);
  private int asked;
  private long root = 0x1000;
  private long now;
  private final KernelMemory memory =
      new KernelMemory(
          physical,
          () -> {
            asked++;
            return "CR0=80000001 CR3=%016x CR4=20\nEFER=0000000000000500".formatted(root);
          },
          () -> now,
          100);

  /// Maps virtual page 1 through tables at `top`, to a page that holds `value`.
  private void map(int top, int page, long value) {
    ram.putLong(top, (top + 0x1000) | 1);
    ram.putLong(top + 0x1000, (top + 0x2000) | 1);
    ram.putLong(top + 0x2000, (top + 0x3000) | 1);
    ram.putLong(top + 0x3008, page | 1);
    ram.putLong(page, value);
  }

  @Test
  void asksForTheTablesOnceAndAgainOnlyWhereTheyFail() throws IOException {
    map(0x1000, 0x5000, 42);
    assertThat(memory.word(0x1000)).isEqualTo(42);
    assertThat(memory.word(0x1000)).isEqualTo(42);
    assertThat(asked).isEqualTo(1);
    map(0x6000, 0xa000, 43);
    ram.putLong(0x1000, 0);
    root = 0x6000;
    // Many wild addresses must not become many questions.
    now = 99;
    assertThatThrownBy(() -> memory.word(0x1000)).hasMessageContaining("not mapped");
    assertThat(asked).isEqualTo(1);
    now = 100;
    assertThat(memory.word(0x1000)).isEqualTo(43);
    assertThat(asked).isEqualTo(2);
  }

  @Test
  void anAddressThatIsNotMappedStaysAnError() {
    map(0x1000, 0x5000, 42);
    assertThatThrownBy(() -> memory.word(0x9000)).hasMessageContaining("not mapped");
  }

  @Test
  void anAnswerThatMakesNoSenseIsAnError() {
    var silent = new KernelMemory(physical, () -> "", () -> now, 100);
    assertThatThrownBy(() -> silent.word(0))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("page tables are not known");
  }
}
