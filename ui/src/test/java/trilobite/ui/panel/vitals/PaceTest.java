// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PaceTest {

  private static final long MILLI = 1_000_000;
  private final Pace pace = new Pace();

  private int drawn(double span, double width, boolean moved) {
    int count = 0;
    for (int t = 0; t < 10_000; t += 40) {
      count += pace.due(t * MILLI, span, width, "same", () -> moved) ? 1 : 0;
    }
    return count;
  }

  @Test
  void aMinuteIsDrawnWhenItMovesByThreePixels() {
    assertThat(drawn(10_000, 300, false)).isBetween(98, 101);
  }

  @Test
  void whatMovesAboutAsOftenAsOthersLookMovesWithThem() {
    assertThat(Pace.step(60_000, 380)).isEqualTo(500);
    assertThat(Pace.step(60_000, 600)).isEqualTo(250);
    assertThat(Pace.step(30_000, 380)).isEqualTo(250);
    assertThat(Pace.step(20_000, 380)).isBetween(150.0, 160.0);
  }

  @Test
  void aLongRangeKeepsItsNumbersFresh() {
    assertThat(drawn(3_600_000, 300, true)).isBetween(19, 21);
  }

  @Test
  void atRestEveryOtherTimeWillDo() {
    assertThat(drawn(60_000, 300, false)).isEqualTo(10);
    // The width of a column that nobody dragged.
    assertThat(drawn(60_000, 375, false)).isEqualTo(10);
  }

  @Test
  void aCurveThatMovesEndsTheRest() {
    assertThat(pace.due(0, 60_000, 300, "a", () -> false)).isTrue();
    assertThat(pace.due(500 * MILLI, 60_000, 300, "a", () -> false)).isFalse();
    assertThat(pace.due(1_000 * MILLI, 60_000, 300, "a", () -> false)).isTrue();
    assertThat(pace.due(1_500 * MILLI, 60_000, 300, "a", () -> true)).isTrue();
  }

  @Test
  void aShortRangeIsDrawnAtFrameRate() {
    assertThat(drawn(3_000, 300, false)).isEqualTo(250);
  }

  @Test
  void whatChangesIsDrawnAtOnce() {
    assertThat(pace.due(0, 60_000, 300, "a", () -> false)).isTrue();
    assertThat(pace.due(MILLI, 60_000, 300, "a", () -> false)).isFalse();
    assertThat(pace.due(MILLI, 60_000, 300, "b", () -> false)).isTrue();
  }
}
