// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

/// A series cut into equal columns of time, each with the extremes that fell into it, so that no
/// spike is lost at any width.
///
/// A column without a sample has `present` false and no meaning in the other arrays. Two kinds are
/// to be told apart: narrower than the sampling period, which a graph draws through, and inside a
/// recorded gap, where `gap` is true and nothing is known.
///
/// All arrays have one element a column; the arrays belong to the caller. A sample exactly at `to`
/// counts to the last column.
///
/// @param present a sample fell into the column
/// @param gap no sample did, and sampling is known to have been interrupted there
// Arrays, because a graph asks for thousands of columns per frame.
@SuppressWarnings("ArrayRecordComponent")
public record Spans(
    double from,
    double to,
    double[] min,
    double[] max,
    double[] last,
    boolean[] present,
    boolean[] gap) {

  /// Number of columns.
  public int columns() {
    return present.length;
  }
}
