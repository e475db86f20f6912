// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Promises that hold for any samples, tried with many.
class TimelinePropertiesTest {

  private static final SeriesInfo INFO = new SeriesInfo("x", "x", "", false);
  private static final double HOUR = 3_600_000;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void atFullRateSpansAreExact(long seed) {
    var line = new Timeline(INFO);
    var random = new Random(seed);
    var all = new ArrayList<Sample>();
    var t = 0.0;
    for (var i = 0; i < 20_000; i++) {
      t += random.nextDouble() * 10;
      var sample = new Sample(t, random.nextGaussian() * 100);
      all.add(sample);
      line.add(sample.t(), sample.value());
    }
    for (var view = 0; view < 50; view++) {
      var from = random.nextDouble() * t;
      var to = from + 1 + random.nextDouble() * (t - from);
      var columns = 1 + random.nextInt(1000);
      checkExact(all, line.spans(from, to, columns), columns);
    }
  }

  private static void checkExact(List<Sample> all, Spans spans, int columns) {
    var min = new double[columns];
    var max = new double[columns];
    var present = new boolean[columns];
    for (var sample : all) {
      if (sample.t() < spans.from() || sample.t() > spans.to()) {
        continue;
      }
      var c =
          (int)
              ((sample.t() - spans.from()) * (columns / (spans.to() - spans.from()))
                  + Columns.EDGE);
      c = Math.min(c, columns - 1);
      min[c] = present[c] ? Math.min(min[c], sample.value()) : sample.value();
      max[c] = present[c] ? Math.max(max[c], sample.value()) : sample.value();
      present[c] = true;
    }
    assertThat(spans.present()).isEqualTo(present);
    assertThat(spans.min()).isEqualTo(min);
    assertThat(spans.max()).isEqualTo(max);
  }

  /// Days of samples: every spike is seen, in its own column, at any zoom.
  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14})
  void aSpikeSurvivesEveryTierAndZoom(long seed) {
    var random = new Random(seed);
    var line = new Timeline(INFO, 60_000, 500, 512);
    var spikes = new ArrayList<Sample>();
    var t = 0.0;
    for (var i = 0; i < 300_000; i++) {
      t += random.nextDouble() * 900;
      var spike = random.nextInt(20_000) == 0;
      line.add(t, spike ? 1_000 + i : random.nextDouble());
      if (spike) {
        spikes.add(new Sample(t, 1_000 + i));
      }
    }
    assertThat(spikes).hasSizeGreaterThan(3);
    for (var spike : spikes) {
      for (var width = 2.0; width < t * 2; width *= 7) {
        var from = spike.t() - width * random.nextDouble();
        var columns = 1 + random.nextInt(2000);
        var spans = line.spans(from, from + width, columns);
        var c = Math.clamp((int) ((spike.t() - from) * (columns / width)), 0, columns - 1);
        // Of two spikes in one coarse bucket the larger stands for both.
        if (alone(spikes, spike, 3 * t / 256)) {
          assertThat(spans.present()[c]).as("%s in %s ms", spike, width).isTrue();
          assertThat(spans.max()[c])
              .as("%s in %s ms", spike, width)
              .isGreaterThanOrEqualTo(spike.value());
        }
      }
    }
    assertThat(Arrays.stream(line.spans(0, t, 100).max()).max().orElseThrow())
        .isEqualTo(spikes.getLast().value());
  }

  private static boolean alone(List<Sample> spikes, Sample one, double within) {
    return spikes.stream()
        .noneMatch(s -> s.value() > one.value() && Math.abs(s.t() - one.t()) < within);
  }

  @Test
  void memoryIsBoundedAndTheFirstSampleStaysInSight() {
    var line = new Timeline(INFO, 1_000, 300, 64);
    var last = 3_000_000;
    for (var i = 0; i <= last; i++) {
      line.add(i * 1_000.0, i == 0 ? -5 : 1);
    }
    var whole = line.samples(0, 1e12, 1_000_000);
    assertThat(whole.size()).isLessThan(3 * (64 + 256 + 300 + 256) + 2 * Chunk.CAPACITY);
    assertThat(whole.getFirst()).isEqualTo(new Sample(0, -5));
    assertThat(whole.getLast()).isEqualTo(new Sample(last * 1_000.0, 1));
    assertThat(whole).isSortedAccordingTo((a, b) -> Double.compare(a.t(), b.t()));
  }

  @Test
  void longGapsSurviveInTheCoarsestTier() {
    var line = new Timeline(INFO, 1_000, 300, 512);
    for (var i = 0; i < 100_000; i++) {
      var t = i * 1_000.0;
      if (t > 2 * HOUR && t < 12 * HOUR) {
        line.gap(t);
      } else {
        line.add(t, 1);
      }
    }
    var spans = line.spans(0, 24 * HOUR, 24);
    assertThat(spans.present()[1]).isTrue();
    assertThat(spans.gap()[6]).isTrue();
    assertThat(spans.present()[6]).isFalse();
    assertThat(spans.present()[13]).isTrue();
    assertThat(line.at(6 * HOUR)).isEmpty();
  }

  @Test
  void aTimelineOfGapsAndSamplesInTurnStaysBounded() {
    var line = new Timeline(INFO, 1_000, 300, 64);
    for (var i = 0; i < 500_000; i++) {
      line.add(i * 2_000.0, i);
      line.gap(i * 2_000.0 + 900);
    }
    assertThat(line.samples(0, 1e12, 1_000_000).size()).isLessThan(20_000);
  }

  @Test
  void readersSeeOrderedWholeSamplesWhileTheWriterWrites() throws InterruptedException {
    var line = new Timeline(INFO, 100, 300, 64);
    var done = new AtomicBoolean();
    var wrong = new AtomicBoolean();
    var reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!done.get()) {
                    var seen = line.samples(0, 1e9, 1_000_000);
                    for (var i = 1; i < seen.size(); i++) {
                      // Each value equals its time: a torn or reordered sample would not.
                      if (seen.get(i).t() < seen.get(i - 1).t()
                          || seen.get(i).t() != seen.get(i).value()) {
                        wrong.set(true);
                      }
                    }
                    if (!seen.isEmpty() && seen.getFirst().t() != 0) {
                      wrong.set(true);
                    }
                  }
                });
    for (var i = 0; i < 400_000; i++) {
      line.add(i, i);
    }
    done.set(true);
    reader.join();
    assertThat(wrong).isFalse();
  }
}
