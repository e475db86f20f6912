// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.console.ConsoleLine;
import trilobite.model.console.LineRing;
import trilobite.model.console.NumberedLine;

class CountingTest {

  private final List<String> written = new ArrayList<>();
  private final Counting counting = new Counting(written::add);
  private final LineRing ring = new LineRing();

  @Test
  void linesThatComeOneAfterTheOtherAreCountedInTheFrameOfEach() {
    for (int i = 0; i < 5; i++) {
      append(1);
      counting.painted(ring, ring);
    }
    assertThat(written).containsExactly("1 line", "2 lines", "3 lines", "4 lines", "5 lines");
  }

  @Test
  void aFloodIsCountedNowAndThenAndAtItsEnd() {
    append(100);
    counting.painted(ring, ring);
    long begun = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      append(100);
      counting.painted(ring, ring);
    }
    long millis = (System.nanoTime() - begun) / 1_000_000;
    assertThat(written).hasSizeLessThanOrEqualTo((int) (2 + millis / 50));
    counting.count(ring, ring);
    assertThat(written.getLast()).isEqualTo("10,100 lines");
  }

  @Test
  void whatStaysIsNotWrittenAgain() {
    append(3);
    counting.count(ring, ring);
    counting.count(ring, ring);
    counting.painted(ring, ring);
    assertThat(written).containsExactly("3 lines");
  }

  private void append(int lines) {
    var more = new ArrayList<NumberedLine>();
    for (int i = 0; i < lines; i++) {
      more.add(new NumberedLine(ring.ended() + i, 0, ConsoleLine.plain("tide", 0)));
    }
    ring.append(more, Optional.empty());
  }
}
