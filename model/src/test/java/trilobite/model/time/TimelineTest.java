// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {

  private static final SeriesInfo INFO = new SeriesInfo("x", "x", "", false);

  private final Timeline line = new Timeline(INFO);

  @Test
  void anEmptyTimelineHasNothing() {
    assertThat(line.latest()).isEmpty();
    assertThat(line.at(5)).isEmpty();
    assertThat(line.samples(-1e9, 1e9, 10)).isEmpty();
    assertThat(line.spans(0, 100, 10).present()).containsOnly(false);
    assertThat(line.spans(0, 100, 10).gap()).containsOnly(false);
    assertThat(line.version()).isZero();
  }

  @Test
  void refusesTimesThatGoBackOrAreNoNumber() {
    assertThat(line.add(10, 1)).isTrue();
    assertThat(line.add(9, 2)).isFalse();
    assertThat(line.add(Double.NaN, 2)).isFalse();
    assertThat(line.add(Double.POSITIVE_INFINITY, 2)).isFalse();
    assertThat(line.add(10, 3)).isTrue();
    assertThat(line.samples(0, 100, 10)).containsExactly(new Sample(10, 1), new Sample(10, 3));
  }

  @Test
  void everyChangeGrowsTheVersion() {
    line.add(1, 1);
    var before = line.version();
    line.gap(2);
    assertThat(line.version()).isGreaterThan(before);
  }

  @Test
  void columnsOutsideOfSamplesAreAbsentButNotGaps() {
    line.add(100, 1);
    line.add(200, 3);
    var spans = line.spans(0, 400, 4);
    assertThat(spans.present()).containsExactly(false, true, true, false);
    assertThat(spans.gap()).containsOnly(false);
    assertThat(spans.max()[2]).isEqualTo(3);
  }

  @Test
  void aGapIsToldApartFromColumnsNarrowerThanThePeriod() {
    for (var t = 0; t <= 2000; t += 500) {
      line.add(t, 1);
    }
    line.gap(2100);
    line.add(5000, 1);
    var spans = line.spans(0, 5000, 50);
    assertThat(spans.present()[1]).isFalse();
    assertThat(spans.gap()[1]).isFalse();
    assertThat(spans.gap()[30]).isTrue();
    assertThat(spans.gap()[49]).isFalse();
    assertThat(line.at(1999)).contains(new Sample(1500, 1));
    assertThat(line.at(3000)).isEmpty();
    assertThat(line.at(9000)).contains(new Sample(5000, 1));
  }

  @Test
  void aGapThatBeganBeforeTheViewIsSeenInIt() {
    line.add(0, 1);
    line.gap(10);
    assertThat(line.spans(5_000_000, 5_000_100, 5).gap()).containsOnly(true);
  }

  @Test
  void gapsInARowAreOne() {
    line.add(0, 1);
    line.gap(10);
    line.gap(20);
    assertThat(line.samples(0, 100, 10)).hasSize(2);
  }

  @Test
  void senselessViewsAreEmptyAndHugeOnesBounded() {
    line.add(1, 1);
    assertThat(line.spans(5, 5, 10).present()).containsOnly(false);
    assertThat(line.spans(5, Double.NaN, 10).present()).containsOnly(false);
    assertThat(line.spans(0, 10, Integer.MAX_VALUE).columns()).isEqualTo(Timeline.MOST_COLUMNS);
    assertThat(line.spans(0, 10, -4).columns()).isEqualTo(1);
    assertThat(line.samples(0, 10, 0)).isEmpty();
  }
}
