// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.runner.memory.Memory;

/// The elements of a container as they stood at one moment, read while the guest goes on. Two walks
/// in a row that find the same say that the container was so between them; else they are repeated.
///
/// @param elements their addresses, in order
/// @param cut why there may be more
// An array, because lists of a hundred thousand elements are walked again and again.
@SuppressWarnings("ArrayRecordComponent")
public record Snapshot(long[] elements, Optional<String> cut) {

  private static final int TRIES = 40;

  /// @param what the container's name, for the error
  /// @throws TornException where no two walks agreed
  /// @throws IOException where not even the container's begin can be read
  public static Snapshot of(String what, Shape shape, long start, Walk.Bounds bounds, Source source)
      throws IOException {
    var deadline = source.nanos().getAsLong() + bounds.nanoseconds();
    var before = Optional.<Snapshot>empty();
    int tries = 0;
    do {
      var now = once(shape, start, bounds, source);
      if (before.filter(now::same).isPresent()) {
        return now;
      }
      before = Optional.of(now);
    } while (++tries < TRIES && source.nanos().getAsLong() - deadline < 0);
    throw new TornException(what, tries);
  }

  /// Where walks read, and the clock that bounds them.
  public record Source(Memory memory, LongSupplier nanos) {}

  private static Snapshot once(Shape shape, long start, Walk.Bounds bounds, Source source) {
    var walk = new Walk(source.memory(), bounds, source.nanos());
    try {
      return new Snapshot(walk.through(shape, start), walk.cut());
    } catch (IOException e) {
      // A change under way looks like this and is gone the next time; damage stays.
      return new Snapshot(walk.found(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  private boolean same(Snapshot other) {
    return Arrays.equals(elements, other.elements) && cut.equals(other.cut);
  }
}
