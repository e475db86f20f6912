// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import trilobite.ui.panel.packets.Selected.Way;

class SelectedTest {

  private static List<Long> upToTen(Selected some) {
    return LongStream.rangeClosed(1, 10).filter(some::has).boxed().toList();
  }

  @Test
  void aRangeIsDrawnFromWhereItBeganAsOftenAsOneLikes() {
    var begun = Selected.NONE.pick(5, Way.ONLY);

    assertThat(upToTen(begun.pick(8, Way.UP_TO))).containsExactly(5L, 6L, 7L, 8L);
    assertThat(upToTen(begun.pick(8, Way.UP_TO).pick(3, Way.UP_TO))).containsExactly(3L, 4L, 5L);
    assertThat(upToTen(begun.pick(8, Way.LOOK).pick(6, Way.UP_TO))).containsExactly(5L, 6L);
    assertThat(upToTen(Selected.NONE.pick(4, Way.UP_TO))).containsExactly(4L);
    assertThat(begun.several()).isFalse();
    assertThat(begun.pick(6, Way.UP_TO).several()).isTrue();
    assertThat(begun.pick(9, Way.ALSO).several()).isTrue();
    assertThat(begun.pick(5, Way.ALSO).isEmpty()).isTrue();
  }

  @Test
  void whatIsTakenInAndOutOneByOneIsWhatASetWouldHold() {
    var random = RandomGenerator.of("L64X128MixRandom");
    var some = Selected.range(3, 7);
    var held = new TreeSet<>(List.of(3L, 4L, 5L, 6L, 7L));
    for (int i = 0; i < 2000; i++) {
      long number = random.nextLong(1, 11);
      some = some.pick(number, Way.ALSO);
      if (!held.remove(number)) {
        held.add(number);
      }
      assertThat(upToTen(some)).containsExactlyElementsOf(held);
    }
  }
}
