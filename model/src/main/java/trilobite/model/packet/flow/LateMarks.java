// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.Arrays;

/// Remembers late changes of marks in the order in which they happened. Bounded: whoever asks too
/// seldom is told that some are missed.
final class LateMarks {

  private static final int MOST = 1 << 14;

  private final long[] ring = new long[MOST];
  private long end;

  void add(long number) {
    ring[(int) (end++ % MOST)] = number;
  }

  /// @param seen `next` of the last answer, or 0
  /// @param most how many changes at most
  MarkChanges since(long seen, int most) {
    boolean missed = end - seen > MOST;
    long from = missed ? end - MOST : seen;
    long to = Math.min(end, from + most);
    var numbers = new long[(int) (to - from)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = ring[(int) ((from + i) % MOST)];
    }
    return new MarkChanges(to, missed, Arrays.stream(numbers).sorted().distinct().toArray());
  }
}
