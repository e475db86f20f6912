// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import trilobite.ui.chart.Viewport.Range;

final class ViewportTest {

  private final Viewport view = new Viewport(new Range.Newest(60_000));

  @Test
  void followsTheNewestMinute() {
    assertThat(view.window(100_000)).isEqualTo(new TimeWindow(40_000, 100_000));
    assertThat(view.window(101_000)).isEqualTo(new TimeWindow(41_000, 101_000));
    assertThat(view.follows()).isTrue();
  }

  @Test
  void pauseFreezesTheViewUntilResume() {
    view.pause(100_000);
    assertThat(view.window(160_000)).isEqualTo(new TimeWindow(40_000, 100_000));
    assertThat(view.follows()).isFalse();
    view.resume();
    assertThat(view.window(160_000)).isEqualTo(new TimeWindow(100_000, 160_000));
  }

  @Test
  void zoomKeepsThePointUnderThePointer() {
    view.zoom(0.5, 55_000, 100_000);
    var window = view.window(100_000);
    assertThat(window.span()).isEqualTo(30_000);
    assertThat((55_000 - window.from()) / window.span()).isCloseTo(0.25, within(1e-9));
    assertThat(view.zoomed()).isTrue();
  }

  @Test
  void zoomAtTheNewestEdgeGoesOnFollowing() {
    view.zoom(0.5, 100_000, 100_000);
    assertThat(view.window(200_000)).isEqualTo(new TimeWindow(170_000, 200_000));
    assertThat(view.follows()).isTrue();
  }

  @Test
  void zoomEndsAtTheSmallestSpan() {
    for (int i = 0; i < 100; i++) {
      view.zoom(0.5, 90_000, 100_000);
    }
    assertThat(view.window(100_000).span()).isEqualTo(Viewport.LEAST);
  }

  @Test
  void panningBackStopsFollowingAndPanningToTheEdgeFollowsAgain() {
    view.pan(-10_000, 100_000);
    assertThat(view.window(150_000)).isEqualTo(new TimeWindow(30_000, 90_000));
    assertThat(view.follows()).isFalse();
    view.pan(70_000, 150_000);
    assertThat(view.follows()).isTrue();
    assertThat(view.window(160_000).to()).isEqualTo(160_000);
  }

  @Test
  void panningCannotLoseTheRun() {
    view.pan(-1e9, 100_000);
    assertThat(view.window(100_000).from()).isEqualTo(-30_000);
  }

  @Test
  void fitGoesBackToTheChosenRangeAndLeavesAPauseAlone() {
    view.pause(100_000);
    view.zoom(0.1, 50_000, 100_000);
    view.fit();
    assertThat(view.zoomed()).isFalse();
    assertThat(view.paused()).isTrue();
    assertThat(view.window(500_000)).isEqualTo(new TimeWindow(40_000, 100_000));
  }

  @Test
  void choosingARangeLeavesZoomAndPause() {
    view.pause(100_000);
    view.zoom(0.1, 50_000, 100_000);
    view.choose(new Range.WholeRun());
    assertThat(view.window(120_000)).isEqualTo(new TimeWindow(0, 120_000));
    assertThat(view.paused()).isFalse();
  }

  @Test
  void anEmptyRunStillHasAWindow() {
    view.choose(new Range.WholeRun());
    assertThat(view.window(0).span()).isPositive();
  }

  @Test
  void alignedWindowsMoveByWholeColumns() {
    var one = new TimeWindow(40_013, 100_013).aligned(300);
    var later = new TimeWindow(40_190, 100_190).aligned(300);
    assertThat(one.to()).isGreaterThanOrEqualTo(100_013);
    assertThat(later).isEqualTo(one);
    assertThat(new TimeWindow(40_213, 100_213).aligned(300)).isEqualTo(one.moved(200));
  }
}
