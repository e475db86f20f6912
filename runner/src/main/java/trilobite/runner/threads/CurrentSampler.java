// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import trilobite.runner.host.ThreadClock;
import trilobite.runner.thread.Threads;

/// CPU time by thread where a kernel keeps none: a thousand times a second the word is read that
/// says who runs, and the CPU time that the host's vCPU thread took since is charged to that
/// thread. So a halted CPU charges nobody, whoever ran last. Moments are jittered, lest they beat
/// with the guest's own timer. Samples only while someone asks; the guest does not notice.
public final class CurrentSampler {

  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /// A guest that makes up threads does not fill our memory.
  private static final int MOST = 100_000;

  private final Reading current;
  private final Host host;
  private final Moments moments = new Moments();
  private final LongSupplier nanos;
  private final Map<Long, Long> times = new HashMap<>();
  private boolean running;
  private volatile long asked;

  /// What the vCPU's thread had run at the last sample; negative before the first one. Only the
  /// sampling thread's, as most samples have nothing to charge and need no lock.
  private long before = -1;

  /// Reads a number that changes all the time.
  @FunctionalInterface
  public interface Reading {
    long now() throws IOException;
  }

  /// Where the vCPU thread's CPU time is read; opened for as long as samples are taken.
  @FunctionalInterface
  public interface Host {
    ThreadClock open() throws IOException;
  }

  /// @param current address of the thread that runs
  /// @param host CPU time of the vCPU's thread
  /// @param nanos the monotonic clock
  public CurrentSampler(Reading current, Host host, LongSupplier nanos) {
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
      Threads.working("current-thread samples", this::run);
    }
    return Map.copyOf(times);
  }

  private void run() {
    try (var clock = host.open()) {
      before = -1;
      moments.begin(nanos.getAsLong());
      while (nanos.getAsLong() - asked < PATIENCE_NANOS || wanted()) {
        LockSupport.parkNanos(moments.next(nanos.getAsLong()));
        sample(clock);
      }
    } catch (IOException e) {
      // The guest is gone, or its memory is not mapped yet: whoever asks next begins anew.
      stop();
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
  void sample(ThreadClock clock) throws IOException {
    long thread = current.now();
    long now = clock.nanos();
    long spent = now - before;
    if (before >= 0 && spent > 0) {
      charge(thread, spent);
    }
    before = now;
  }

  private synchronized void charge(long thread, long spent) {
    if (times.size() < MOST || times.containsKey(thread)) {
      times.merge(thread, spent, Long::sum);
    }
  }
}
