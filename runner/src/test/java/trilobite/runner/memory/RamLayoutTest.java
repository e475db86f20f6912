// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.runner.memory.RamLayout.Extent;

class RamLayoutTest {

  /// As QEMU 7.2 prints it for q35 with 4 GiB.
  private static final String Q35 =
      """
      FlatView #0\r
       AS "I/O", root: io\r
       Root memory region: io\r
        0000000000000000-0000000000000007 (prio 0, i/o): dma-chan\r
      \r
      FlatView #1\r
       AS "memory", root: system\r
       AS "cpu-memory-0", root: system\r
       Root memory region: system\r
        0000000000000000-00000000000bffff (prio 0, ram): ram0\r
        00000000000c0000-00000000000dffff (prio 1, rom): pc.rom\r
        00000000000e0000-00000000000fffff (prio 1, rom): pc.bios @0000000000020000\r
        0000000000100000-000000007fffffff (prio 0, ram): ram0 @0000000000100000\r
        0000000100000000-000000017fffffff (prio 0, ram): ram0 @0000000080000000\r
      \r
      FlatView #2\r
       AS "cpu-smm-0", root: memory\r
        0000000000000000-00000000000bffff (prio 0, ram): ram0\r
      """;

  @Test
  void readsQemusMemoryMap() {
    assertThat(RamLayout.parse(Q35, "ram0").extents())
        .containsExactly(
            new Extent(0, 0x80000000L, 0), new Extent(0x100000000L, 0x180000000L, 0x80000000L));
  }

  @Test
  void theRuleOfTheMachineSaysTheSame() {
    assertThat(RamLayout.of("q35", 4L << 30)).isEqualTo(RamLayout.parse(Q35, "ram0"));
  }

  /// Each line as seen with QEMU 7.2: MiB, where low RAM ends, where high RAM ends (0 for none).
  @ParameterizedTest
  @CsvSource({
    "q35, 64, 4000000, 0",
    "q35, 2300, 8fc00000, 0",
    "q35, 4096, 80000000, 180000000",
    "pc-q35-7.2, 4096, 80000000, 180000000",
    "pc, 16, 1000000, 0",
    "pc, 3300, ce400000, 0",
    "pc-i440fx-7.2, 4096, c0000000, 140000000",
    "microvm, 64, 4000000, 0",
    "microvm, 3300, c0000000, 10e400000",
    "microvm, 4096, c0000000, 140000000",
  })
  void machinesPlaceTheirRam(String machine, long mib, String low, String high) {
    var extents = RamLayout.of(machine, mib << 20).extents();
    assertThat(extents.getFirst()).isEqualTo(new Extent(0, Long.parseLong(low, 16), 0));
    var end = Long.parseLong(high, 16);
    assertThat(extents.stream().skip(1).toList())
        .isEqualTo(
            end == 0 ? List.of() : List.of(new Extent(1L << 32, end, extents.getFirst().end())));
  }

  @Test
  void aMapWithoutOurRamIsAnError() {
    assertThatThrownBy(() -> RamLayout.parse(Q35, "ram7"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RamLayout.parse("garbage\n\0", "ram0"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void senselessLinesAreLeftOut() {
    var map =
        """
        FlatView #0
         AS "memory", root: system
          ffffffffffffffff-0000000000000000 (prio 0, ram): ram0
          0000000000000000-0000000000ffffff (prio 0, ram): ram0
        """;
    assertThat(RamLayout.parse(map, "ram0").extents()).containsExactly(new Extent(0, 0x1000000, 0));
  }
}
