// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import trilobite.model.time.HostClock;

/// Hands out the moments at which requests are to be sent, evenly spaced. They do not wait for
/// answers: a server that stalls lets them queue, and each keeps its own moment, so that waiting is
/// measured as what it is. What waits longer than the queue holds is given up and counted.
final class Pacer {

  private static final int MOST_WAITING = 4096;
  private static final double MOST_RATE = 100_000;
  private static final double SLOWEST_RATE = 0.001;
  private static final long LONGEST_PARK = TimeUnit.MILLISECONDS.toNanos(200);

  private final ArrayBlockingQueue<Long> due = new ArrayBlockingQueue<>(MOST_WAITING);
  private final LoadCounts counts;
  private volatile double rate;
  private volatile boolean stopped;

  Pacer(double rate, LoadCounts counts) {
    this.counts = counts;
    rate(rate);
  }

  /// Requests a second, from 0 to 100,000; takes effect within 200 ms.
  void rate(double requestsPerSecond) {
    rate = Double.isFinite(requestsPerSecond) ? Math.clamp(requestsPerSecond, 0, MOST_RATE) : 0;
  }

  /// Hands out moments until stopped. One thread.
  void run() {
    var last = HostClock.nanos();
    while (!stopped) {
      var now = HostClock.nanos();
      var asked = rate;
      if (asked < SLOWEST_RATE) {
        last = now;
        LockSupport.parkNanos(LONGEST_PARK);
        continue;
      }
      var next = last + Math.round(1e9 / asked);
      if (next > now) {
        // A change of the rate is seen at the next look.
        LockSupport.parkNanos(Math.min(next - now, LONGEST_PARK));
      } else {
        last = next;
        if (!due.offer(last)) {
          counts.late.increment();
        }
      }
    }
  }

  /// The next moment, waiting for it; empty once stopped.
  OptionalLong take() throws InterruptedException {
    while (!stopped) {
      var moment = due.poll(100, TimeUnit.MILLISECONDS);
      if (moment != null) {
        return OptionalLong.of(moment);
      }
    }
    return OptionalLong.empty();
  }

  void stop() {
    stopped = true;
  }
}
