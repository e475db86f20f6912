// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import trilobite.runner.host.ThreadClock;

final class CurrentSamplerTest {

  private volatile long current = 0x1000;
  private final AtomicLong host = new AtomicLong(7_000);
  private volatile long clock;

  /// Takes no samples of its own: nobody asked in the last five seconds.
  private CurrentSampler still() {
    return new CurrentSampler(() -> current, () -> host::get, () -> clock);
  }

  private static Map<Long, Long> of(CurrentSampler sampler) {
    return sampler.times();
  }

  @Test
  void theHostsTimeIsChargedToWhoRuns() throws IOException {
    var sampler = still();
    sampler.sample(host::get);
    host.addAndGet(300);
    sampler.sample(host::get);
    current = 0x2000;
    host.addAndGet(100);
    sampler.sample(host::get);
    assertThat(of(sampler)).isEqualTo(Map.of(0x1000L, 300L, 0x2000L, 100L));
  }

  @Test
  void aHaltedCpuChargesNobody() throws IOException {
    var sampler = still();
    sampler.sample(host::get);
    host.addAndGet(300);
    sampler.sample(host::get);
    for (int i = 0; i < 1000; i++) {
      sampler.sample(host::get);
    }
    assertThat(of(sampler)).isEqualTo(Map.of(0x1000L, 300L));
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
