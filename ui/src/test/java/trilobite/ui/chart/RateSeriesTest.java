// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import trilobite.model.time.Sample;

final class RateSeriesTest {

  @Test
  void countsPerSecond() {
    var counter = Lines.empty("packets", true);
    counter.add(0, 100);
    counter.add(500, 350);
    counter.add(1_000, 350);
    var rate = new RateSeries(counter);
    assertThat(rate.samples(0, 2_000, 10))
        .containsExactly(new Sample(500, 500), new Sample(1_000, 0));
    assertThat(rate.info().unit()).isEqualTo("packets/s");
    assertThat(rate.info().cumulative()).isFalse();
  }

  @Test
  void takesInWhatComesLater() {
    var counter = Lines.empty("packets", true);
    counter.add(0, 0);
    counter.add(1_000, 10);
    var rate = new RateSeries(counter);
    assertThat(rate.latest()).contains(new Sample(1_000, 10));
    counter.add(2_000, 40);
    assertThat(rate.latest()).contains(new Sample(2_000, 30));
    assertThat(rate.version()).isEqualTo(counter.version());
  }

  @Test
  void aResetCountsFromZeroAndIsNeverNegative() {
    var counter = Lines.empty("packets", true);
    counter.add(0, 1_000_000);
    counter.add(1_000, 1_000_100);
    counter.add(2_000, 60);
    counter.add(3_000, 90);
    assertThat(new RateSeries(counter).samples(0, 5_000, 10))
        .extracting(Sample::value)
        .containsExactly(100.0, 60.0, 30.0);
  }

  @Test
  void knowsNothingAcrossAGap() {
    var counter = Lines.empty("packets", true);
    counter.add(0, 0);
    counter.add(1_000, 10);
    counter.gap(1_500);
    counter.add(9_000, 5_000);
    counter.add(10_000, 5_020);
    var rate = new RateSeries(counter);
    assertThat(rate.at(5_000)).isEmpty();
    assertThat(rate.at(9_500)).isEmpty();
    assertThat(rate.latest()).contains(new Sample(10_000, 20));
  }

  @Test
  void oneBusyMomentOfAnHourSurvives() {
    var counter = Lines.empty("bytes", true);
    double count = 0;
    for (int i = 0; i <= 36_000; i++) {
      count += i == 20_000 ? 5_000 : 1;
      counter.add(i * 100.0, count);
    }
    var rate = new RateSeries(counter);
    var curve = Lines.curve(rate, new TimeWindow(0, 3_600_000), 300);
    assertThat(curve.largest()).isCloseTo(50_000, within(50.0));
  }
}
