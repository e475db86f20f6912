// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

/// A run of samples that only grows. One writer; readers see the first [#size()] samples, which
/// never change again, so nobody ever waits.
final class Chunk {

  static final int CAPACITY = 4096;

  final double[] times = new double[CAPACITY];
  final double[] values = new double[CAPACITY];
  private volatile int size;

  int size() {
    return size;
  }

  boolean full() {
    return size == CAPACITY;
  }

  void add(double t, double value) {
    var at = size;
    times[at] = t;
    values[at] = value;
    // Publishes the two stores above: a reader that sees the new size sees them too.
    size = at + 1;
  }

  /// Index of the first sample at or after `t`, among the first `count`.
  int firstAtOrAfter(double t, int count) {
    var low = 0;
    var high = count;
    while (low < high) {
      var middle = (low + high) >>> 1;
      if (times[middle] < t) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
