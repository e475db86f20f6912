// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

/// A series cut into equal columns of time, each with the extremes that fell into it, so that no
/// spike is lost at any width. A column without a sample, or after a recorded gap, has `present`
/// false.
///
/// All arrays have one element a column; the arrays belong to the caller.
// Arrays, because a graph asks for thousands of columns per frame.
@SuppressWarnings("ArrayRecordComponent")
public record Spans(
    double from, double to, double[] min, double[] max, double[] last, boolean[] present) {

  /// Number of columns.
  public int columns() {
    return present.length;
  }
}
