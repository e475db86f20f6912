// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.ui.testing.OnFx;

@Tag("ui")
class BeatTest {

  @Test
  void turnsOfOneLengthComeTogetherWheneverTheyWereJoined() {
    var beats = new ArrayList<Integer>();
    var one = new ArrayList<Integer>();
    var other = new ArrayList<Integer>();
    var joined = new ArrayList<Beat.Turn>();
    OnFx.run(() -> {});
    // Counts the ways onto the JavaFX thread: it comes first on each of them.
    joined.add(Beat.join(50, () -> beats.add(beats.size())));
    join(joined, one, beats, 1);
    join(joined, other, beats, 2);
    OnFx.await("some turns", () -> Math.min(one.size(), other.size()) >= 6);
    joined.forEach(Beat.Turn::leave);
    assertThat(OnFx.get(() -> one.subList(2, 5))).isSubsetOf(OnFx.get(() -> List.copyOf(other)));
  }

  private static void join(
      List<Beat.Turn> joined, List<Integer> came, List<Integer> beats, int afterBeats) {
    OnFx.await("a beat", () -> beats.size() >= afterBeats);
    joined.add(Beat.join(100, () -> came.add(beats.size())));
  }
}
