// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import trilobite.runner.thread.Threads;

/// CPU time by thread where a kernel keeps none: a thousand times a second the word is read that
/// says who runs, and the CPU time that the host's vCPU thread took since is charged to that
/// thread. So a halted CPU charges nobody, whoever ran last. Moments are jittered, lest they beat
/// with the guest's own timer. Samples only while someone asks; the guest does not notice.
public final class CurrentSampler {

  private static final long LEAST_NANOS = 500_000;
  private static final long JITTER_NANOS = 1_000_000;
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /// A guest that makes up threads does not fill our memory.
  private static final int MOST = 100_000;

  private final Reading current;
  private final Reading host;
  private final LongSupplier nanos;
  private final Map<Long, Long> times = new HashMap<>();
  private long before;
  private boolean begun;
  private boolean running;
  private long asked;

  /// Reads a number that changes all the time.
  @FunctionalInterface
  public interface Reading {
    long now() throws IOException;
  }

  /// @param current address of the thread that runs
  /// @param host CPU time of the vCPU's thread, in nanoseconds
  /// @param nanos the monotonic clock
  public CurrentSampler(Reading current, Reading host, LongSupplier nanos) {
    this.current = current;
    this.host = host;
    this.nanos = nanos;
  }

  /// Nanoseconds of CPU time by the address of the thread, since samples are taken. Goes on taking
  /// them for some seconds.
  public synchronized Map<Long, Long> times() {
    asked = nanos.getAsLong();
    if (!running) {
      running = true;
      begun = false;
      Threads.working("current-thread samples", this::run);
    }
    return Map.copyOf(times);
  }

  private void run() {
    while (wanted()) {
      LockSupport.parkNanos(LEAST_NANOS + ThreadLocalRandom.current().nextLong(JITTER_NANOS));
      try {
        sample();
      } catch (IOException e) {
        // The guest is gone, or its memory is not mapped yet: whoever asks next begins anew.
        stop();
      }
    }
  }

  private synchronized boolean wanted() {
    running = running && nanos.getAsLong() - asked < PATIENCE_NANOS;
    return running;
  }

  private synchronized void stop() {
    running = false;
  }

  /// Takes one sample.
  void sample() throws IOException {
    long thread = current.now();
    long now = host.now();
    charge(thread, now);
  }

  private synchronized void charge(long thread, long now) {
    long spent = now - before;
    before = now;
    if (begun && spent > 0 && (times.size() < MOST || times.containsKey(thread))) {
      times.merge(thread, spent, Long::sum);
    }
    begun = true;
  }
}
