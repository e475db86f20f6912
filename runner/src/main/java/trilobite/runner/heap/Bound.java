// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.util.Optional;
import java.util.function.LongSupplier;

/// How far ways through an allocator may go: blocks of one way, and time of all together. One
/// thread.
final class Bound {

  private static final int MOST_BLOCKS = 1_000_000;
  private static final int CHECK_EVERY = 256;

  final LongSupplier nanos;
  private final long deadline;
  private int count;

  /// @param nanos the monotonic clock
  /// @param most nanoseconds from now on
  Bound(LongSupplier nanos, long most) {
    this.nanos = nanos;
    this.deadline = nanos.getAsLong() + most;
  }

  void again() {
    count = 0;
  }

  boolean over() {
    return nanos.getAsLong() - deadline > 0;
  }

  /// Counts a block; says so where the way must end.
  Optional<String> step() {
    count++;
    if (count > MOST_BLOCKS) {
      return Optional.of("stopped after " + MOST_BLOCKS + " blocks");
    }
    return count % CHECK_EVERY == 0 && over()
        ? Optional.of("stopped after %d blocks: time was up".formatted(count))
        : Optional.empty();
  }
}
