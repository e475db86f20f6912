// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.runner.memory.Memory;

/// The elements of a container as they stood at one moment, read while the guest goes on. Two walks
/// in a row that find the same say that the container was so between them; else they are repeated.
public final class Snapshot {

  private static final int TRIES = 40;

  /// Walks before a change is believed in, however long they took: on a busy host it may be us who
  /// stood still.
  private static final int FEWEST = 3;

  private final long[] elements;
  private final Optional<String> cut;

  private Snapshot(long[] elements, Optional<String> cut) {
    this.elements = elements;
    this.cut = cut;
  }

  /// Addresses of the elements, in order.
  public long[] elements() {
    return elements.clone();
  }

  /// Why there may be more; empty where these are all.
  public Optional<String> cut() {
    return cut;
  }

  /// @param what the container's name, for the error
  /// @param source where to read, and the clock
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
      tries++;
    } while (tries < FEWEST || (tries < TRIES && source.nanos().getAsLong() - deadline < 0));
    throw new TornException(what, tries);
  }

  /// One walk alone. Beside a change it may show what never was: it counts only once a [#of] later
  /// on is the [#same].
  public static Snapshot glance(Shape shape, long start, Walk.Bounds bounds, Source source) {
    return once(shape, start, bounds, source);
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

  /// True where both found the same elements in the same order.
  public boolean same(Snapshot other) {
    return Arrays.equals(elements, other.elements) && cut.equals(other.cut);
  }
}
