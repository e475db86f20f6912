// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import java.util.function.LongSupplier;
import org.sqlite.ProgressHandler;

/// Ends a statement whose time is over or whose thread was interrupted. SQLite asks it every so
/// many steps of its machine, so even a query that never gives a row is ended.
final class Limiter extends ProgressHandler {

  /// Some tens of microseconds.
  static final int STEPS = 4_000;

  private final LongSupplier nanos;
  private final long end;
  private final Thread asker = Thread.currentThread();
  private boolean late;

  Limiter(LongSupplier nanos, long end) {
    this.nanos = nanos;
    this.end = end;
  }

  @Override
  protected int progress() {
    late = late || nanos.getAsLong() > end;
    return late || asker.isInterrupted() ? 1 : 0;
  }

  /// True where it ended the statement for its time.
  boolean late() {
    return late;
  }
}
