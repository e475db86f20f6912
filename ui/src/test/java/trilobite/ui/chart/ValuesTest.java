// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

final class ValuesTest {

  private static final WallTime WALL =
      new WallTime(Instant.parse("2026-05-04T14:06:20Z"), ZoneOffset.UTC);

  @Test
  void theCursorMovesToTheNearestSampleOfAnySeries() {
    var one = Lines.of(0, 1_000, 500, t -> 1);
    var other = Lines.of(100, 1_100, 500, t -> 2);
    List<trilobite.model.time.Series> both = List.of(one, other);
    assertThat(Values.neighbour(both, 0, true)).hasValue(100);
    assertThat(Values.neighbour(both, 600, false)).hasValue(500);
    assertThat(Values.neighbour(both, 1_100, true)).isEmpty();
    assertThat(Values.neighbour(both, 0, false)).isEmpty();
  }

  @Test
  void theDotLiesOnTheLineBetweenTwoSamples() {
    var line = Lines.of(0, 1_000, 1_000, t -> t);
    assertThat(Values.at(line, 250)).contains(250.0);
    assertThat(Values.at(line, -1)).isEmpty();
  }

  @Test
  void legendsShowTheNewestValueOrTheOneAtTheCursor() {
    var line = Lines.of(0, 1_000, 500, t -> t);
    assertThat(Values.shown(line, OptionalDouble.empty())).isEqualTo(1_000);
    assertThat(Values.shown(line, OptionalDouble.of(700))).isEqualTo(500);
    assertThat(Values.shown(line, OptionalDouble.of(-5))).isNaN();
  }

  @Test
  void growthIsCountedWhereItWasSeenAndNeighboursAreMerged() {
    var drops = Lines.empty("packets", true);
    double[] counts = {0, 0, 3, 7, 7, 7, 8};
    for (int i = 0; i < counts.length; i++) {
      drops.add(i * 1_000, counts[i]);
    }
    assertThat(Increments.of(drops, new TimeWindow(0, 6_000), 0))
        .extracting(Increments.Growth::count)
        .containsExactly(3.0, 4.0, 1.0);
    assertThat(Increments.of(drops, new TimeWindow(0, 6_000), 1_500))
        .containsExactly(new Increments.Growth(2_000, 7), new Increments.Growth(6_000, 1));
    assertThat(Increments.of(drops, new TimeWindow(2_500, 6_000), 0))
        .extracting(Increments.Growth::count)
        .containsExactly(4.0, 1.0);
  }

  @Test
  void exactValuesComeWithTheTimeToTheMillisecond() {
    var spec =
        new GraphSpec(
            "g",
            "G",
            "",
            Quantity.BYTES,
            0,
            List.of(
                Trace.of(
                    "a", "touched", Lines.of(0, 1_000, 500, t -> 43_829_248), 1, Trace.Style.LINE)),
            value -> "");
    assertThat(ExactValues.text(spec, 600, WALL)).isEqualTo("14:06:20.600\ntouched  43,829,248 B");
  }
}
