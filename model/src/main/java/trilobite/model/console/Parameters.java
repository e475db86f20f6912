// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// The numbers of a control sequence, bounded in count and size whatever a guest sends.
final class Parameters {

  private static final int MOST = 32;
  private static final int LARGEST = 99_999;

  private final int[] values = new int[MOST];
  private final boolean[] joined = new boolean[MOST];
  private int count;
  private boolean overflow;

  void clear() {
    count = 1;
    values[0] = -1;
    joined[0] = false;
    overflow = false;
  }

  void digit(int digit) {
    if (!overflow) {
      int value = Math.max(values[count - 1], 0);
      values[count - 1] = Math.min(value * 10 + digit, LARGEST);
    }
  }

  /// @param colon true where the next number belongs to the present one
  void next(boolean colon) {
    if (count == MOST) {
      overflow = true;
      return;
    }
    values[count] = -1;
    joined[count] = colon;
    count++;
  }

  int count() {
    return count;
  }

  /// The number at `index`, or `absent` where it was left out.
  int get(int index, int absent) {
    return index < count && values[index] >= 0 ? values[index] : absent;
  }

  /// True where the number is a part of the one before it, as in `38:5:208`.
  boolean joined(int index) {
    return index < count && joined[index];
  }
}
