// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Arrays;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;

/// Numbers of the packets that a filter passes, in order; eight bytes each. For one thread at a
/// time.
final class PassingList {

  private long[] numbers = new long[1024];
  private int size;

  int size() {
    return size;
  }

  long at(int index) {
    return numbers[index];
  }

  /// Where a number stands, or where it would.
  int indexOf(long number) {
    int at = Arrays.binarySearch(numbers, 0, size, number);
    return at >= 0 ? at : -at - 1;
  }

  /// Adds a number that is larger than all others.
  void add(long number) {
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, size * 2);
    }
    numbers[size++] = number;
  }

  void clear() {
    size = 0;
  }

  /// Forgets those before a number.
  void dropBefore(long number) {
    int drop = indexOf(number);
    if (drop > 0) {
      System.arraycopy(numbers, drop, numbers, 0, size - drop);
      size -= drop;
    }
  }

  /// Takes in or out what may have changed, in one pass.
  ///
  /// @param changed in order, each once
  /// @param passes asked for each of them
  /// @return true where the list is another one now
  boolean merge(long[] changed, LongPredicate passes) {
    boolean other = false;
    var in = new PassingList();
    var out = new PassingList();
    for (long number : changed) {
      int at = indexOf(number);
      boolean there = at < size && numbers[at] == number;
      boolean belongs = passes.test(number);
      if (belongs != there) {
        (belongs ? in : out).add(number);
        other = true;
      }
    }
    if (other) {
      weave(in, out);
    }
    return other;
  }

  private void weave(PassingList in, PassingList out) {
    var merged = new PassingList();
    int next = 0;
    for (int i = 0; i < size; i++) {
      while (next < in.size && in.numbers[next] < numbers[i]) {
        merged.add(in.numbers[next++]);
      }
      int gone = out.indexOf(numbers[i]);
      if (gone == out.size || out.numbers[gone] != numbers[i]) {
        merged.add(numbers[i]);
      }
    }
    while (next < in.size) {
      merged.add(in.numbers[next++]);
    }
    numbers = merged.numbers;
    size = merged.size;
  }

  /// Those from one number to another, as they are now.
  LongStream between(long first, long last) {
    int from = indexOf(first);
    int to = last == Long.MAX_VALUE ? size : indexOf(last + 1);
    return Arrays.stream(Arrays.copyOfRange(numbers, from, Math.max(from, to)));
  }
}
