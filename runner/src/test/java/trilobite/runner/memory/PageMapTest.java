// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import trilobite.runner.memory.Paging.Mode;

class PageMapTest {

  private static final long TOP = 0x1000;
  private final FakeRam ram = new FakeRam(0, 0x10000);

  @Test
  void listsWhatTheTablesMapAsAWalkFindsIt() throws IOException {
    // One huge page low down, two pages side by side and one apart high up.
    ram.words(TOP, 0x2003).words(TOP + 511 * 8, 0x3003);
    ram.words(0x2000, 0x4000_0083L);
    ram.words(0x3000 + 510 * 8, 0x4003);
    ram.words(0x4000, 0x5003);
    ram.words(0x5000, 0x8003, 0x9003, 0, 0xf003);
    var paging = new Paging(Mode.FOUR_LEVELS, TOP);
    var map = PageMap.of(ram, paging);
    assertThat(map.cut()).isEmpty();
    assertThat(map.stretches())
        .containsExactly(
            new PageMap.Stretch(0, 0x4000_0000L, 1 << 30),
            new PageMap.Stretch(0xffff_ffff_8000_0000L, 0x8000, 0x2000),
            new PageMap.Stretch(0xffff_ffff_8000_3000L, 0xf000, 0x1000));
    for (var stretch : map.stretches()) {
      assertThat(PageWalk.find(ram, paging, stretch.virtual() + 8).physical())
          .isEqualTo(stretch.physical() + 8);
    }
    assertThat(map.virtual(0x9010)).contains(0xffff_ffff_8000_1010L);
    assertThat(map.virtual(0xa000)).isEmpty();
  }

  @Test
  void tablesThatPointAtThemselvesAreCutShort() throws IOException {
    for (int i = 0; i < 512; i++) {
      ram.words(TOP + i * 8L, TOP | 3);
    }
    var map = PageMap.of(ram, new Paging(Mode.FIVE_LEVELS, TOP));
    assertThat(map.cut()).isPresent();
  }
}
