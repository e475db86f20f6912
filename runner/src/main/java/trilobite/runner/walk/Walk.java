// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.runner.memory.Memory;

/// One walk through a container, with its bounds: elements, steps, time, and no node twice. At a
/// bound it ends with what it has and says so.
public final class Walk {

  private static final int CHECK_EVERY = 256;
  private static final int STEPS_AN_ELEMENT = 64;

  private final Memory memory;
  private final Bounds bounds;
  private final LongSupplier nanos;
  private final long deadline;
  private final AddressSet seen = new AddressSet();
  private long[] elements = new long[64];
  private int count;
  private long steps;
  private Optional<String> cut = Optional.empty();

  /// @param most elements
  /// @param nanoseconds that the walk may take
  public record Bounds(int most, long nanoseconds) {}

  /// @param nanos the monotonic clock
  public Walk(Memory memory, Bounds bounds, LongSupplier nanos) {
    this.memory = memory;
    this.bounds = bounds;
    this.nanos = nanos;
    this.deadline = nanos.getAsLong() + bounds.nanoseconds();
  }

  /// Walks, and gives the addresses of the elements in order.
  public long[] through(Shape shape, long start) throws IOException {
    shape.walk(this, start);
    return found();
  }

  /// The elements that were found so far.
  long[] found() {
    return Arrays.copyOf(elements, count);
  }

  /// Why the walk ended early; empty where it did not.
  public Optional<String> cut() {
    return cut;
  }

  /// The 64-bit word at an address.
  long word(long address) throws IOException {
    return memory.word(address);
  }

  /// The unsigned number of 1, 2, 4 or 8 bytes at an address.
  long number(long address, int width) throws IOException {
    var bytes = memory.read(address, width);
    return switch (width) {
      case 1 -> Byte.toUnsignedLong(bytes.get(0));
      case 2 -> Short.toUnsignedLong(bytes.getShort(0));
      case 4 -> Integer.toUnsignedLong(bytes.getInt(0));
      default -> bytes.getLong(0);
    };
  }

  /// Goes to a node; false where a bound was reached.
  ///
  /// @throws BrokenException where the walk was there before
  boolean visit(long node) throws BrokenException {
    if (!seen.add(node)) {
      throw new BrokenException("the list leads back to itself", node);
    }
    return step();
  }

  /// Counts a step, such as an empty slot; false where a bound was reached.
  boolean step() {
    if (cut.isEmpty()) {
      steps++;
      if (count >= bounds.most()) {
        cut = Optional.of("stopped after " + count + " elements");
      } else if (steps > (long) bounds.most() * STEPS_AN_ELEMENT) {
        cut = Optional.of("stopped after " + steps + " steps");
      } else if (steps % CHECK_EVERY == 0 && nanos.getAsLong() - deadline > 0) {
        cut = Optional.of("stopped after " + bounds.nanoseconds() / 1_000_000 + " ms");
      }
    }
    return cut.isEmpty();
  }

  /// An element was found.
  void element(long address) {
    if (count == elements.length) {
      elements = Arrays.copyOf(elements, count * 2);
    }
    elements[count++] = address;
  }

  /// Runs an inner shape with these same bounds and gives the elements that it found, which count
  /// as this walk's only if told.
  long[] inner(Shape shape, long start) throws IOException {
    var from = count;
    shape.walk(this, start);
    var found = Arrays.copyOfRange(elements, from, count);
    count = from;
    return found;
  }
}
