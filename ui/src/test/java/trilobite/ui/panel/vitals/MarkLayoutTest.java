// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.time.Mark;
import trilobite.ui.chart.TimeScale;
import trilobite.ui.chart.TimeWindow;

class MarkLayoutTest {

  private static final double[] NOTHING = {0, 0};

  /// A pixel is a millisecond, a letter ten of them.
  private static final TimeScale SCALE = new TimeScale(new TimeWindow(0, 400), 400);

  private static List<MarkLayout.Placed> place(double[] reserved, Mark... marks) {
    return MarkLayout.place(List.of(marks), SCALE, 400, text -> 10.0 * text.length(), reserved);
  }

  private static Mark info(double t, String text) {
    return new Mark(t, Mark.Kind.INFO, text);
  }

  private static Mark crash(double t) {
    return new Mark(t, Mark.Kind.CRASH, "crashed");
  }

  @Test
  void wordsStandBesideTheirMomentInTheUpperRow() {
    var one = place(NOTHING, info(100, "hello")).getFirst();
    assertThat(one.row()).isZero();
    assertThat(one.wordsLeft()).isFalse();
    assertThat(one.left()).isGreaterThan(one.x());
  }

  @Test
  void twoAtOnceTakeTwoRowsAndTheThirdItsSymbolOnly() {
    var rows = place(NOTHING, info(100, "one"), info(101, "two"), info(102, "a very long three"));
    assertThat(rows).extracting(MarkLayout.Placed::row).containsExactlyInAnyOrder(0, 1, -1);
  }

  @Test
  void nearTheEdgeWordsStandAtTheLeft() {
    var one = place(NOTHING, info(390, "hello")).getFirst();
    assertThat(one.wordsLeft()).isTrue();
    assertThat(one.left() + 50).isLessThan(one.x());
  }

  @Test
  void whatMattersMoreHasTheFirstChoice() {
    var placed = place(NOTHING, info(200, "first"), info(203, "second"), crash(206));
    assertThat(placed.getFirst().mark().kind()).isEqualTo(Mark.Kind.CRASH);
    assertThat(placed.getFirst().row()).isZero();
  }

  @Test
  void theReservedStretchOfTheLowerRowStaysFree() {
    var placed = place(new double[] {90, 200}, info(100, "one"), info(101, "two"));
    assertThat(placed.get(0).row()).isZero();
    assertThat(placed.get(1).wordsLeft() || placed.get(1).row() == -1).isTrue();
  }

  @Test
  void whatLiesOutsideIsNotThere() {
    assertThat(place(NOTHING, info(-1, "before"), info(401, "after"))).isEmpty();
    assertThat(place(NOTHING)).isEmpty();
  }

  @Test
  void wordsNeverOverlap() {
    var marks = new Mark[12];
    for (int i = 0; i < marks.length; i++) {
      marks[i] = info(i * 33, "mark " + i);
    }
    var placed = place(NOTHING, marks);
    for (var one : placed) {
      for (var other : placed) {
        if (!one.equals(other) && one.row() >= 0 && one.row() == other.row()) {
          double end = one.left() + 10 * one.mark().text().length();
          assertThat(end <= other.left() || one.left() >= other.left()).isTrue();
        }
      }
    }
  }
}
