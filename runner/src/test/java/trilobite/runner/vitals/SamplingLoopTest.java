// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Source;
import trilobite.model.time.HostClock;
import trilobite.model.time.RunClock;
import trilobite.model.vitals.Vital;
import trilobite.runner.thread.Threads;

class SamplingLoopTest {

  private static final Source SOURCE = new Source(Source.Kind.HOST, "a test");

  private long nanos = 1_000_000_000;
  private boolean paused;
  private final RunTime time = new RunTime(new RunClock(Instant.EPOCH, nanos), () -> nanos);
  private final LiveVitals vitals = new LiveVitals(time);
  private final List<Vital> asked = new ArrayList<>();

  /// A sampler of one vital that takes some time.
  private Sampler sampler(Vital vital, double millis) {
    return sampler(
        vital,
        () -> {
          nanos += Math.round(millis * 1e6);
          return 7;
        });
  }

  private Sampler sampler(Vital vital, Value value) {
    return new Sampler() {
      @Override
      public Set<Vital> vitals() {
        return Set.of(vital);
      }

      @Override
      public List<Figure> sample() throws IOException {
        asked.add(vital);
        return List.of(new Figure(vital, value.get(), SOURCE));
      }
    };
  }

  @FunctionalInterface
  private interface Value {
    double get() throws IOException;
  }

  private SamplingLoop loop(Sampler... samplers) {
    return new SamplingLoop(vitals, List.of(samplers), time, () -> paused, 500);
  }

  private void pass(double millis) {
    nanos += Math.round(millis * 1e6);
  }

  @Test
  void eachSampleHasItsOwnTimeAndCost() {
    var loop = loop(sampler(Vital.CPU, 2), sampler(Vital.HEAP_USED, 3));
    loop.round();
    assertThat(vitals.series().get(Vital.CPU).latest().orElseThrow().t()).isEqualTo(2);
    assertThat(vitals.series().get(Vital.HEAP_USED).latest().orElseThrow().t()).isEqualTo(5);
    var reading = ((Measured.Known<Double>) vitals.latest().get(Vital.HEAP_USED)).reading();
    assertThat(reading.costMicros()).isEqualTo(3000);
    assertThat(reading.source()).isEqualTo(SOURCE);
    assertThat(reading.pauses()).isZero();
    assertThat(loop.cost()).isEqualTo(new SamplingCost(2, 5_000_000));
  }

  @Test
  void oneThatFailsLosesItsOwnValueOnly() {
    var broken = new boolean[1];
    var loop =
        loop(
            sampler(
                Vital.CPU,
                () -> {
                  if (broken[0]) {
                    throw new IOException("no such thread");
                  }
                  return 1;
                }),
            sampler(Vital.HEAP_USED, 0));
    loop.round();
    broken[0] = true;
    pass(500);
    loop.round();
    assertThat(vitals.latest().get(Vital.CPU)).isEqualTo(Measured.unknown("no such thread"));
    assertThat(vitals.series().get(Vital.CPU).at(400)).isPresent();
    assertThat(vitals.series().get(Vital.CPU).at(600)).isEmpty();
    assertThat(vitals.series().get(Vital.HEAP_USED).at(600)).isPresent();
    broken[0] = false;
    pass(500);
    loop.round();
    assertThat(vitals.series().get(Vital.CPU).at(1100)).isPresent();
    broken[0] = true;
    loop.round();
    vitals.end(time.now());
    assertThat(vitals.latest().get(Vital.CPU).value())
        .as("what failed while QEMU went away tells nothing of the guest")
        .contains(1.0);
  }

  @Test
  void aBugInASamplerIsNoReasonToStop() {
    loop(
            sampler(
                Vital.CPU,
                () -> {
                  throw new IllegalStateException();
                }),
            sampler(Vital.HEAP_USED, 0))
        .round();
    assertThat(vitals.latest().get(Vital.CPU)).isInstanceOf(Measured.Unknown.class);
    assertThat(vitals.series()).containsOnlyKeys(Vital.HEAP_USED);
  }

  @Test
  void aSlowSamplerIsAskedLessOften() {
    var loop = loop(sampler(Vital.MEMORY_TOUCHED, 100), sampler(Vital.CPU, 0));
    for (var i = 0; i < 40; i++) {
      loop.round();
      pass(500);
    }
    assertThat(asked.stream().filter(v -> v == Vital.CPU).count()).isEqualTo(40);
    assertThat(asked.stream().filter(v -> v == Vital.MEMORY_TOUCHED).count()).isBetween(4L, 6L);
  }

  @Test
  void oneSlowAnswerDoesNotMakeASamplerSlow() {
    var slow = new double[] {300};
    var loop =
        loop(
            sampler(
                Vital.CPU,
                () -> {
                  nanos += Math.round(slow[0] * 1e6);
                  slow[0] = 0;
                  return 1;
                }));
    for (var i = 0; i < 10; i++) {
      loop.round();
      pass(500);
    }
    assertThat(asked).hasSize(10);
  }

  @Test
  void aPauseIsAGap() {
    var loop = loop(sampler(Vital.CPU, 0));
    loop.round();
    pass(500);
    paused = true;
    loop.round();
    pass(60_000);
    loop.round();
    paused = false;
    pass(500);
    loop.round();
    var series = vitals.series().get(Vital.CPU);
    assertThat(series.samples(0, 1e9, 10)).hasSize(3);
    assertThat(series.at(30_000)).isEmpty();
    assertThat(series.at(400)).isPresent();
    assertThat(series.latest().orElseThrow().t()).isEqualTo(61_000);
  }

  @Test
  void aTimeInWhichWeDidNotRunIsAGap() {
    var loop = loop(sampler(Vital.CPU, 0));
    loop.round();
    pass(500);
    loop.round();
    pass(10_000);
    loop.round();
    var series = vitals.series().get(Vital.CPU);
    assertThat(series.at(900)).isPresent();
    assertThat(series.at(5_000)).isEmpty();
    assertThat(series.at(10_500)).isPresent();
  }

  @Test
  void runsUntilStoppedAndTakesLastSamples() throws InterruptedException {
    var real = new RunTime(new RunClock(Instant.EPOCH, HostClock.nanos()), HostClock::nanos);
    var seen = new LiveVitals(real);
    var enough = new CountDownLatch(20);
    var loop =
        new SamplingLoop(
            seen,
            List.of(
                sampler(
                    Vital.CPU,
                    () -> {
                      enough.countDown();
                      return 1;
                    })),
            real,
            () -> false,
            1);
    var thread =
        Threads.working(
            "test samplers",
            () -> {
              try {
                loop.run();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    enough.await();
    var before = seen.series().get(Vital.CPU).version();
    loop.stop();
    thread.join();
    assertThat(seen.series().get(Vital.CPU).version()).isGreaterThan(before);
  }
}
