// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class WaitGraphTest {

  private static ThreadRow thread(long id, long holder) {
    return new ThreadRow(
        id,
        "t" + id,
        holder == 0 ? "ready" : "blocked",
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        holder == 0 ? Optional.empty() : Optional.of("mutex m" + holder),
        OptionalLong.empty(),
        holder == 0 ? Optional.empty() : Optional.of("t" + holder),
        holder == 0 ? OptionalLong.empty() : OptionalLong.of(holder),
        OptionalLong.empty(),
        Optional.empty(),
        id * 4096);
  }

  private static WaitGraph of(long... pairs) {
    var rows = new ArrayList<ThreadRow>();
    for (int i = 0; i < pairs.length; i += 2) {
      rows.add(thread(pairs[i], pairs[i + 1]));
    }
    return WaitGraph.of(rows);
  }

  @Test
  void aChainLeadsToWhoHoldsItAll() {
    var graph = of(1, 2, 2, 3, 3, 0, 4, 2);
    assertThat(graph.chain(1)).containsExactly(1L, 2L, 3L);
    assertThat(graph.waitersOf(2)).containsExactly(1L, 4L);
    assertThat(graph.cycles()).isEmpty();
  }

  @Test
  void eachDeadlockIsFoundOnceAndThoseBehindItAreNotInIt() {
    var graph = of(5, 6, 6, 7, 7, 5, 1, 6, 10, 11, 11, 10);
    assertThat(graph.cycles()).containsExactly(List.of(5L, 6L, 7L), List.of(10L, 11L));
    assertThat(graph.cycle(1)).isEmpty();
    assertThat(graph.chain(1)).containsExactly(1L, 6L, 7L, 5L);
    assertThat(graph.words(graph.cycles().getLast())).isEqualTo("t10 → t11 → t10");
  }

  @Test
  void aThreadThatWaitsForItselfIsADeadlock() {
    assertThat(of(3, 3).cycles()).containsExactly(List.of(3L));
  }

  @Test
  void aHolderThatIsNotThereAndANumberGivenTwiceAreNoTrouble() {
    var graph = of(1, 9, 2, 1, 2, 2);
    assertThat(graph.cycles()).isEmpty();
    assertThat(graph.chain(2)).containsExactly(2L, 1L);
  }

  @Test
  void aHundredThousandInOneRingAreOneDeadlock() {
    var rows = new ArrayList<ThreadRow>();
    for (long id = 1; id <= 100_000; id++) {
      rows.add(thread(id, id == 100_000 ? 1 : id + 1));
    }
    assertThat(WaitGraph.of(rows).cycles()).hasSize(1);
  }
}
