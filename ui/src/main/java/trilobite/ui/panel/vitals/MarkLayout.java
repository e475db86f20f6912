// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.time.Mark;
import trilobite.ui.chart.TimeScale;

/// Finds room for the words of marks over a time axis: two rows, weightier marks first, nothing
/// over anything else. Pure.
final class MarkLayout {

  private static final double GAP = 8;
  private static final double SYMBOL = 12;
  private static final double MARGIN = 10;
  private static final int ROWS = 2;

  private MarkLayout() {}

  /// Widths of words.
  @FunctionalInterface
  interface Measure {
    double width(String text);
  }

  /// A mark with its place.
  ///
  /// @param x of its moment
  /// @param left of its words, which stand to the right of the symbol, or left of it near the edge
  /// @param row 0 or 1; -1 where there is room for the symbol only
  record Placed(Mark mark, double x, double left, int row, boolean wordsLeft) {}

  /// @param reserved a stretch that is taken in the lower row, such as by the cursor's time
  static List<Placed> place(
      List<Mark> marks, TimeScale scale, double right, Measure measure, double[] reserved) {
    var order = new ArrayList<>(marks);
    order.sort((a, b) -> b.kind().compareTo(a.kind()));
    var taken = new ArrayList<double[]>();
    taken.add(new double[] {1, reserved[0], reserved[1]});
    var placed = new ArrayList<Placed>();
    for (var mark : order) {
      if (scale.window().contains(mark.t())) {
        placed.add(place(mark, scale.x(mark.t()), right, measure, taken));
      }
    }
    return placed;
  }

  private static Placed place(
      Mark mark, double x, double right, Measure measure, List<double[]> taken) {
    double width = measure.width(mark.text());
    for (boolean wordsLeft : new boolean[] {false, true}) {
      double left = wordsLeft ? x - SYMBOL / 2 - width - 2 : x + SYMBOL / 2 + 2;
      for (int row = 0; row < ROWS; row++) {
        double from = wordsLeft ? left : x - SYMBOL / 2;
        double to = wordsLeft ? x + SYMBOL / 2 : left + width;
        if (from >= -MARGIN && to <= right && free(taken, row, from, to)) {
          taken.add(new double[] {row, from - GAP, to + GAP});
          return new Placed(mark, x, left, row, wordsLeft);
        }
      }
    }
    return new Placed(mark, x, x, -1, false);
  }

  private static boolean free(List<double[]> taken, int row, double from, double to) {
    return taken.stream().noneMatch(one -> one[0] == row && from < one[2] && to > one[1]);
  }
}
