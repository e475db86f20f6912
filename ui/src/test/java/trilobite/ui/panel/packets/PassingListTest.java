// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PassingListTest {

  @Test
  void anyChangesLeaveItAsASetWouldBe() {
    var random = new Random(4);
    var list = new PassingList();
    var set = new TreeSet<Long>();
    long next = 1;
    for (int round = 0; round < 300; round++) {
      for (int i = random.nextInt(40); i > 0; i--) {
        next += 1 + random.nextInt(3);
        list.add(next);
        set.add(next);
      }
      var changed = random.longs(random.nextInt(30), 1, next + 1).sorted().distinct().toArray();
      int turn = round;
      boolean other = list.merge(changed, number -> (number + turn) % 3 == 0);
      var before = new TreeSet<>(set);
      for (long number : changed) {
        if ((number + turn) % 3 == 0) {
          set.add(number);
        } else {
          set.remove(number);
        }
      }
      assertThat(other).isEqualTo(!before.equals(set));
      if (round % 50 == 49) {
        long from = next / 2;
        list.dropBefore(from);
        set.headSet(from).clear();
      }
      assertThat(list.between(0, next).toArray())
          .containsExactly(set.stream().mapToLong(n -> n).toArray());
      assertThat(list.size()).isEqualTo(set.size());
      assertThat(list.indexOf(next / 3)).isEqualTo(set.headSet(next / 3).size());
    }
  }
}
