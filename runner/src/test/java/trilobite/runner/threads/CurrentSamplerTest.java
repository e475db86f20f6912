// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

final class CurrentSamplerTest {

  private volatile long current = 0x1000;
  private final AtomicLong host = new AtomicLong(7_000);
  private volatile long clock;

  /// Takes no samples of its own: nobody asked in the last five seconds.
  private CurrentSampler still() {
    return new CurrentSampler(() -> current, host::get, () -> clock);
  }

  private static Map<Long, Long> of(CurrentSampler sampler) {
    return sampler.times();
  }

  @Test
  void theHostsTimeIsChargedToWhoRuns() throws IOException {
    var sampler = still();
    sampler.sample();
    host.addAndGet(300);
    sampler.sample();
    current = 0x2000;
    host.addAndGet(100);
    sampler.sample();
    assertThat(of(sampler)).isEqualTo(Map.of(0x1000L, 300L, 0x2000L, 100L));
  }

  @Test
  void aHaltedCpuChargesNobody() throws IOException {
    var sampler = still();
    sampler.sample();
    host.addAndGet(300);
    sampler.sample();
    for (int i = 0; i < 1000; i++) {
      sampler.sample();
    }
    assertThat(of(sampler)).isEqualTo(Map.of(0x1000L, 300L));
  }

  @Test
  void itSamplesWhileSomeoneAsksAndStopsOnceNobodyDoes() {
    var taken = new AtomicInteger();
    var sampler =
        new CurrentSampler(
            () -> {
              taken.incrementAndGet();
              return current;
            },
            () -> host.addAndGet(10),
            () -> clock);
    sampler.times();
    await(() -> taken.get() > 20);
    assertThat(sampler.times()).containsKey(0x1000L);
    clock = 6_000_000_000L;
    await(
        () -> {
          int before = taken.get();
          LockSupport.parkNanos(20_000_000);
          return taken.get() == before;
        });
  }

  private static void await(java.util.function.BooleanSupplier so) {
    long end = System.nanoTime() + 5_000_000_000L;
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      LockSupport.parkNanos(1_000_000);
    }
  }
}
