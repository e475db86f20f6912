// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trilobite.runner.memory.PageWalk.Spot;
import trilobite.runner.memory.Paging.Mode;

class PageWalkTest {

  private static final int SIZE = 1 << 20;
  private static final long PRESENT = 3;
  private static final long LARGE = 0x80;
  private static final long NX = 1L << 63;

  private final ByteBuffer ram = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
  private final Memory physical =
      (address, into, offset, length) -> {
        if (address < 0 || address > SIZE - length) {
          throw new MemoryException(address, "outside of the test's RAM");
        }
        ram.get((int) address, into, offset, length);
      };
  private final Paging four = new Paging(Mode.FOUR_LEVELS, 0x1000);

  private void entry(long table, long index, long value) {
    ram.putLong((int) (table + index * 8), value);
  }

  private Spot find(long virtual) throws IOException {
    return PageWalk.find(physical, four, virtual);
  }

  @Test
  void walksFourLevels() throws IOException {
    var virtual = 0xffff_8123_4567_8abcL;
    entry(0x1000, (virtual >>> 39) & 511, 0x2000 | PRESENT);
    entry(0x2000, (virtual >>> 30) & 511, 0x3000 | PRESENT);
    entry(0x3000, (virtual >>> 21) & 511, 0x4000 | PRESENT);
    entry(0x4000, (virtual >>> 12) & 511, 0x9000 | PRESENT | NX | LARGE);
    assertThat(find(virtual)).isEqualTo(new Spot(0x9abc, 0x1000 - 0xabc));
  }

  @Test
  void walksFiveLevels() throws IOException {
    var virtual = 0x00ab_0000_0000_0123L;
    entry(0x1000, (virtual >>> 48) & 511, 0x2000 | PRESENT);
    entry(0x2000, (virtual >>> 39) & 511, 0x3000 | PRESENT);
    entry(0x3000, 0, 0x4000 | PRESENT);
    entry(0x4000, 0, 0x5000 | PRESENT);
    entry(0x5000, 0, 0x6000 | PRESENT);
    assertThat(PageWalk.find(physical, new Paging(Mode.FIVE_LEVELS, 0x1000), virtual))
        .isEqualTo(new Spot(0x6123, 0x1000 - 0x123));
  }

  @Test
  void takesLargePages() throws IOException {
    entry(0x1000, 0, 0x2000 | PRESENT);
    entry(0x2000, 1, 0x8000_0000L | PRESENT | LARGE);
    entry(0x2000, 0, 0x3000 | PRESENT);
    // Bit 12 of a large entry is its memory type, not part of the address.
    entry(0x3000, 2, 0x60_0000L | 0x1000 | PRESENT | LARGE | NX);
    assertThat(find(0x4000_0010L)).isEqualTo(new Spot(0x8000_0010L, (1 << 30) - 0x10));
    assertThat(find(0x40_1234L)).isEqualTo(new Spot(0x60_1234L, (2 << 20) - 0x1234));
  }

  @Test
  void whatIsNotMappedIsAnError() {
    assertThatThrownBy(() -> find(0x1000)).hasMessageContaining("not mapped");
    assertThatThrownBy(() -> find(0x0001_0000_0000_0000L)).hasMessageContaining("canonical");
    assertThatThrownBy(() -> PageWalk.find(physical, new Paging(Mode.LEGACY, 0), 0x1000))
        .hasMessageContaining("32-bit");
  }

  @Test
  void tablesOutsideOfRamAreAnError() {
    entry(0x1000, 0, 0x000f_ffff_ffff_f000L | PRESENT);
    assertThatThrownBy(() -> find(0)).isInstanceOf(MemoryException.class);
  }

  @Test
  void aTableThatPointsAtItselfIsAnAddressAndNoLoop() throws IOException {
    entry(0x1000, 0, 0x1000 | PRESENT);
    assertThat(find(8)).isEqualTo(new Spot(0x1008, 0x1000 - 8));
  }

  @Test
  void withoutPagingAddressesAreTheSame() throws IOException {
    assertThat(PageWalk.find(physical, new Paging(Mode.OFF, 0), 0x1234))
        .isEqualTo(new Spot(0x1234, 0x1000 - 0x234));
  }

  @Test
  void anyTablesEndInASpotOrAnError() throws IOException {
    var random = new Random(7);
    for (var i = 0; i < SIZE; i += 8) {
      ram.putLong(i, (random.nextInt(SIZE) & ~0xfffL) | random.nextInt(256));
    }
    var found = 0;
    for (var i = 0; i < 20_000; i++) {
      try {
        assertThat(find(random.nextLong() >> 16).left()).isBetween(1L, 1L << 30);
        found++;
      } catch (MemoryException expected) {
        assertThat(expected).hasMessageContaining("0x");
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void aReadMayCrossPages() throws IOException {
    entry(0x1000, 0, 0x2000 | PRESENT);
    entry(0x2000, 0, 0x3000 | PRESENT);
    entry(0x3000, 0, 0x4000 | PRESENT);
    entry(0x4000, 5, 0x20000 | PRESENT);
    entry(0x4000, 6, 0x10000 | PRESENT);
    ram.putInt(0x20ffc, 0x11111111).putInt(0x10000, 0x22222222);
    var memory = new VirtualMemory(physical, four);
    assertThat(memory.word(0x5ffc)).isEqualTo(0x2222222211111111L);
    assertThatThrownBy(() -> memory.word(0x6ffc)).hasMessageContaining("0x7000");
  }

  @Test
  void readsControlRegistersFromQemusText() {
    var text =
        """
        RIP=0000000000101234 RFL=00000046
        CR0=80010033 CR2=0000000000000000 CR3=00000000001a5018 CR4=%s
        EFER=0000000000000d00
        """;
    assertThat(Paging.of(text.formatted("000000a0")))
        .isEqualTo(new Paging(Mode.FOUR_LEVELS, 0x1a5000));
    assertThat(Paging.of(text.formatted("000010a0")).mode()).isEqualTo(Mode.FIVE_LEVELS);
    assertThat(Paging.of(text.formatted("a0").replace("0d00", "0000")).mode())
        .isEqualTo(Mode.LEGACY);
    assertThat(Paging.of(text.formatted("a0").replace("CR0=8", "CR0=0")).mode())
        .isEqualTo(Mode.OFF);
    assertThatThrownBy(() -> Paging.of("garbage")).isInstanceOf(IllegalArgumentException.class);
  }
}
