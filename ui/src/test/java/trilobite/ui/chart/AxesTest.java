// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AxesTest {

  private static final WallTime WALL =
      new WallTime(Instant.parse("2026-05-04T14:06:20.300Z"), ZoneOffset.UTC);

  @ParameterizedTest
  @ValueSource(doubles = {0.003, 0.7, 1, 3, 42, 99.9, 100, 101, 2_999, 1e7})
  void anAxisHoldsItsLargestValueAndIsNotMuchTaller(double largest) {
    var axis = ValueAxis.of(largest, 4, false, false);
    assertThat(axis.top()).isGreaterThanOrEqualTo(largest).isLessThanOrEqualTo(largest * 2.1);
    assertThat(axis.lines()).hasSizeBetween(3, 7).first().isEqualTo(0.0);
  }

  @Test
  void bytesStepInPowersOfTwo() {
    var axis = ValueAxis.of(64 << 20, 2, true, false);
    assertThat(axis.step()).isEqualTo(32 << 20);
    assertThat(axis.lines()).containsExactly(0.0, 32.0 * (1 << 20), 64.0 * (1 << 20));
  }

  @Test
  void aMirroredAxisHasZeroInTheMiddle() {
    var axis = ValueAxis.of(3_000, 2, false, true);
    assertThat(axis.share(0)).isEqualTo(0.5);
    assertThat(axis.share(-axis.top())).isEqualTo(0);
    assertThat(axis.lines()).contains(-2_000.0, 0.0, 2_000.0);
  }

  @Test
  void nothingMeasuredStillGivesAnAxis() {
    assertThat(ValueAxis.of(Double.NaN, 2, false, false).top()).isPositive();
    assertThat(ValueAxis.blank(false).blank()).isTrue();
  }

  @Test
  void ofZerosOnlyZeroIsANumber() {
    var axis = ValueAxis.of(0, 2, true, false);
    assertThat(axis.lines()).containsExactly(0.0);
    assertThat(axis.blank()).isFalse();
    assertThat(axis.share(0)).isEqualTo(0);
    assertThat(ValueAxis.of(0, 2, true, true).share(0)).isEqualTo(0.5);
  }

  @Test
  void ticksStandAtRoundTimesOfDay() {
    var ticks = TimeTicks.of(new TimeScale(new TimeWindow(0, 60_000), 350), WALL, 54);
    assertThat(ticks.step()).isEqualTo(10_000);
    assertThat(ticks.at().getFirst()).isCloseTo(9_700, within(0.001));
    assertThat(WALL.tick(ticks.at().getFirst(), ticks.step(), true)).isEqualTo("14:06:30");
    assertThat(WALL.tick(ticks.at().get(1), ticks.step(), false)).isEqualTo("06:40");
    assertThat(WALL.tick(ticks.at().get(3), ticks.step(), false)).isEqualTo("14:07:00");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 123_456_789, 499_999_999, 699_999_999, 999_999_999})
  void ticksAreRoundWheneverARunStarted(long nanos) {
    var wall = new WallTime(Instant.ofEpochSecond(1_777_903_580, nanos), ZoneOffset.UTC);
    var ticks = TimeTicks.of(new TimeScale(new TimeWindow(0, 60_000), 350), wall, 54);
    assertThat(ticks.at())
        .allSatisfy(t -> assertThat(wall.tick(t, ticks.step(), true)).endsWith("0"));
  }

  @Test
  void ticksKeepTheirDistanceAtEverySpan() {
    IntStream.range(1, 35)
        .mapToDouble(power -> 20 * Math.pow(1.7, power))
        .forEach(
            span -> {
              var scale = new TimeScale(new TimeWindow(0, span), 350);
              var ticks = TimeTicks.of(scale, WALL, 54);
              assertThat(ticks.step() / span * 350).isGreaterThanOrEqualTo(53.9);
            });
  }

  @Test
  void timeAndPlaceAreInverse() {
    var scale = new TimeScale(new TimeWindow(1_000, 3_000), 400);
    assertThat(scale.x(2_000)).isEqualTo(200);
    assertThat(scale.t(scale.x(2_345))).isCloseTo(2_345, within(1e-9));
    assertThat(scale.millis(200)).isEqualTo(1_000);
  }

  @Test
  void writesTheTimeUnderTheCursorToATenthAndTheExactOneToAMillisecond() {
    assertThat(WALL.cursor(39_250)).isEqualTo("14:06:59.5");
    assertThat(WALL.exact(39_250)).isEqualTo("14:06:59.550");
  }
}
