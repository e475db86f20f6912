// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import trilobite.runner.host.ThreadClock;

final class CurrentSamplerTest {

  private volatile long current = 0x1000;
  private final AtomicLong host = new AtomicLong(7_000);
  private volatile long clock;

  /// The vCPU's thread on the host.
  private final class Vcpu implements ThreadClock {
    boolean asleep;

    @Override
    public long nanos() {
      return host.get();
    }

    @Override
    public boolean running() {
      return !asleep;
    }
  }

  /// Takes no samples of its own: nobody has asked yet.
  private CurrentSampler still(ThreadClock vcpu) throws IOException {
    var sampler =
        new CurrentSampler(
            () -> current,
            () -> {
              throw new IOException("a test takes the samples");
            },
            () -> clock);
    sampler.begin(vcpu);
    return sampler;
  }

  @Test
  void theHostsTimeIsSpreadOverThoseSeenSinceTheLastQuestion() throws IOException {
    var vcpu = new Vcpu();
    var sampler = still(vcpu);
    for (int i = 0; i < 4; i++) {
      current = i < 3 ? 0x1000 : 0x2000;
      // Told late, and all at once.
      host.addAndGet(i < 3 ? 0 : 400);
      sampler.sample(vcpu);
    }
    assertThat(sampler.times()).isEqualTo(Map.of(0x1000L, 300L, 0x2000L, 100L));
  }

  @Test
  void aHaltedCpuChargesNobodyAndWhatWasNotSeenWaits() throws IOException {
    var vcpu = new Vcpu();
    var sampler = still(vcpu);
    vcpu.asleep = true;
    host.addAndGet(300);
    for (int i = 0; i < 1000; i++) {
      sampler.sample(vcpu);
    }
    assertThat(sampler.times()).isEmpty();
    vcpu.asleep = false;
    host.addAndGet(50);
    sampler.sample(vcpu);
    assertThat(sampler.times()).isEqualTo(Map.of(0x1000L, 350L));
  }

  /// Bursts shorter than the time between samples, each with an end at which the guest halts in its
  /// idle thread and the host books the burst, as Linux does when a thread falls asleep.
  @Test
  void shortBurstsAreChargedToWhoHadThem() throws IOException {
    var random = new Random(7);
    var vcpu = new Vcpu();
    var sampler = still(vcpu);
    var moments = new Moments();
    long now = 0;
    moments.begin(now);
    long sample = moments.next(now);
    var truth = new HashMap<Long, Long>();
    for (int i = 0; i < 60_000; i++) {
      boolean idle = i % 2 == 0;
      current = idle ? 0x1d1e : random.nextInt(3) == 0 ? 0x1000 : 0x2000;
      long burst = 50_000L + random.nextInt(idle ? 900_000 : 300_000);
      vcpu.asleep = idle;
      for (; sample < now + burst; sample += moments.next(sample)) {
        sampler.sample(vcpu);
      }
      now += burst;
      if (!idle) {
        host.addAndGet(burst);
        truth.merge(current, burst, Long::sum);
      }
      if (i % 1000 == 0) {
        var _ = sampler.times();
      }
    }
    var told = sampler.times();
    assertThat(told).containsOnlyKeys(0x1000L, 0x2000L);
    truth.forEach(
        (thread, time) -> assertThat(told.get(thread)).isCloseTo(time, withinPercentage(4)));
  }

  @Test
  void itSamplesWhileSomeoneAsksAndStopsOnceNobodyDoes() {
    var taken = new AtomicInteger();
    var opened = new AtomicInteger();
    var closed = new AtomicInteger();
    var sampler =
        new CurrentSampler(
            () -> {
              taken.incrementAndGet();
              return current;
            },
            () -> {
              opened.incrementAndGet();
              return new ThreadClock() {
                @Override
                public long nanos() {
                  return host.addAndGet(10);
                }

                @Override
                public void close() {
                  closed.incrementAndGet();
                }
              };
            },
            () -> clock);
    sampler.times();
    await(() -> taken.get() > 20);
    assertThat(sampler.times()).containsKey(0x1000L);
    clock = 6_000_000_000L;
    await(() -> closed.get() == 1);
    assertThat(opened).hasValue(1);
  }

  @Test
  void itIsAThousandASecondThoughEverySleepTakesTooLong() {
    var moments = new Moments();
    long now = 77;
    moments.begin(now);
    for (int i = 0; i < 20_000; i++) {
      now += moments.next(now) + 130_000;
    }
    assertThat(now / 1e9).isBetween(19.6, 20.4);
  }

  @Test
  void whatWasMissedForLongIsNotMadeUpFor() {
    var moments = new Moments();
    moments.begin(0);
    for (long now = 0; now < 1_000_000_000_000L; now += 1_000_000_000) {
      assertThat(moments.next(now)).isBetween(0L, 2_000_000L);
    }
  }

  private static void await(java.util.function.BooleanSupplier so) {
    long end = System.nanoTime() + 5_000_000_000L;
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
