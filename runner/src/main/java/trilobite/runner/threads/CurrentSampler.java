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
/// says who runs, unless the host's vCPU thread sleeps, and the CPU time which that thread took
/// between two questions is spread over those who were seen between them. So a halted CPU charges
/// nobody, whoever ran last.
///
/// The host tells that time late: at its tick, and when the vCPU's thread falls asleep, which is
/// when the guest's idle thread is on. Charged to whoever is on when it is told, short bursts would
/// be the idle thread's, and the shares of the others were 1 to 15 % wrong where these are 0.6 to 4
/// (12 × 30 s of four loads on the demo guest, against its own counters). Moments are jittered,
/// lest they beat with the guest's own timer. Samples only while someone asks; the guest does not
/// notice.
public final class CurrentSampler {

  private static final long PATIENCE_NANOS = 5_000_000_000L;

  /// A guest that makes up threads does not fill our memory.
  private static final int MOST = 100_000;

  private final Reading current;
  private final Host host;
  private final Moments moments = new Moments();
  private final LongSupplier nanos;
  private final Map<Long, Long> times = new HashMap<>();

  /// How often each was seen since time was charged.
  private final Map<Long, Integer> seen = new HashMap<>();

  private boolean running;
  private volatile long asked;

  /// What the vCPU's thread had run when time was charged, and at the last sample. Read by the
  /// sampling thread alone: one that asks may be interrupted, which would close the file.
  private long before;

  private long latest;

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
    charge();
    return Map.copyOf(times);
  }

  private void run() {
    try (var opened = host.open()) {
      begin(opened);
      moments.begin(nanos.getAsLong());
      while (nanos.getAsLong() - asked < PATIENCE_NANOS || wanted()) {
        LockSupport.parkNanos(moments.next(nanos.getAsLong()));
        sample(opened);
      }
    } catch (IOException e) {
      // The guest is gone, or its memory is not mapped yet: whoever asks next begins anew.
      stop();
    }
  }

  /// From now on that clock's time is charged, by samples that the caller takes.
  synchronized void begin(ThreadClock opened) throws IOException {
    running = true;
    before = opened.nanos();
    latest = before;
    seen.clear();
  }

  private synchronized boolean wanted() {
    if (nanos.getAsLong() - asked >= PATIENCE_NANOS) {
      stop();
    }
    return running;
  }

  private synchronized void stop() {
    running = false;
  }

  /// Takes one sample.
  void sample(ThreadClock of) throws IOException {
    boolean on = of.running();
    long thread = on ? current.now() : 0;
    take(on, thread, of.nanos());
  }

  private synchronized void take(boolean on, long thread, long now) {
    latest = now;
    if (on && (times.size() < MOST || times.containsKey(thread))) {
      seen.merge(thread, 1, Integer::sum);
    }
  }

  /// Where nobody was seen, the time waits for who is seen next.
  private void charge() {
    long samples = seen.values().stream().mapToLong(Integer::longValue).sum();
    if (samples == 0 || latest <= before) {
      return;
    }
    double each = (double) (latest - before) / samples;
    seen.forEach((thread, count) -> times.merge(thread, Math.round(each * count), Long::sum));
    seen.clear();
    before = latest;
  }
}
