// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CurveTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 60, 333, 1200, 8000})
  void aSpikeSurvivesAnyZoom(int columns) {
    var line = Lines.of(0, 60_000, 1, t -> t == 31_337 ? 900 : 10);
    var curve = Lines.curve(line, new TimeWindow(0, 60_000), columns);
    assertThat(curve.largest()).isEqualTo(900);
  }

  @Test
  void joinsSamplesThatAreFartherApartThanColumns() {
    var line = Lines.of(0, 10_000, 1_000, t -> t);
    var curve = Lines.curve(line, new TimeWindow(0, 10_000), 1_000);
    for (int c = 0; c < 999; c++) {
      assertThat(curve.known(c)).as("column %s", c).isTrue();
      assertThat(curve.low()[c]).isCloseTo(c * 10.0, within(15.0));
    }
  }

  @Test
  void neverDrawsThroughAGap() {
    var line = Lines.of(0, 3_000, 100, t -> 5);
    line.gap(3_100);
    for (double t = 7_000; t <= 10_000; t += 100) {
      line.add(t, 5);
    }
    var curve = Lines.curve(line, new TimeWindow(0, 10_000), 100);
    assertThat(curve.known(29)).isTrue();
    assertThat(curve.known(50)).isFalse();
    assertThat(curve.gap()[50]).isTrue();
    assertThat(curve.known(75)).isTrue();
    assertThat(curve.gap()[75]).isFalse();
  }

  @Test
  void drawsNothingBeforeTheFirstSampleAndAfterTheLast() {
    var curve = Lines.curve(Lines.of(2_000, 4_000, 100, t -> 1), new TimeWindow(0, 10_000), 100);
    assertThat(curve.known(10)).isFalse();
    assertThat(curve.known(30)).isTrue();
    assertThat(curve.known(60)).isFalse();
    assertThat(curve.gap()[10]).isFalse();
  }

  @Test
  void aWindowBetweenTwoSamplesShowsTheLineBetweenThem() {
    var curve = Lines.curve(Lines.of(0, 1_000, 1_000, t -> t), new TimeWindow(400, 500), 10);
    // The sample before and the one after lie outside.
    assertThat(curve.known(0)).isTrue();
    assertThat(curve.low()[0]).isCloseTo(400, within(20.0));
    assertThat(curve.high()[9]).isCloseTo(500, within(20.0));
  }

  @Test
  void barsStandForSamplesAndAreNotJoined() {
    var line = Lines.of(0, 10_000, 1_000, t -> t == 5_000 ? 80 : 0);
    var curve = Curve.bars(line.spans(0, 10_000, 100), 3);
    assertThat(curve.high()[50]).isEqualTo(80);
    assertThat(curve.high()[48]).isEqualTo(80);
    assertThat(curve.known(45)).isFalse();
  }

  @Test
  void aStackKeepsTheHighestTotal() {
    var below = Lines.curve(Lines.of(0, 1_000, 10, t -> 3), new TimeWindow(0, 1_000), 10);
    var above =
        Lines.curve(Lines.of(0, 1_000, 10, t -> t == 500 ? 9 : 1), new TimeWindow(0, 1_000), 10);
    var stacked = above.on(below);
    assertThat(stacked.high()[5]).isEqualTo(12);
    assertThat(stacked.high()[2]).isEqualTo(4);
  }
}
