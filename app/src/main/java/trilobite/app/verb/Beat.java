// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import trilobite.model.time.HostClock;

/// A steady beat for verbs that repeat themselves, without drift.
final class Beat implements AutoCloseable {
  private final long everyNanos;
  private final Semaphore closed = new Semaphore(0);
  private long due = HostClock.nanos();

  Beat(long everyMillis) {
    everyNanos = TimeUnit.MILLISECONDS.toNanos(everyMillis);
  }

  /// Waits for the next beat; false once `over` holds.
  boolean next(BooleanSupplier over) throws InterruptedException {
    due += everyNanos;
    var ended = closed.tryAcquire(Math.max(0, due - HostClock.nanos()), TimeUnit.NANOSECONDS);
    return !ended && !over.getAsBoolean();
  }

  @Override
  public void close() {
    closed.release();
  }
}
