// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.time.Sample;
import trilobite.model.time.Series;

/// The moments at which a counter grew: a rare event, such as a dropped packet, is drawn as a mark
/// and never as a line one pixel high.
final class Increments {

  private static final int MOST = 20_000;

  private Increments() {}

  /// @param t when the growth was seen, ms on the run's clock
  /// @param count by how much
  record Growth(double t, double count) {}

  /// Growth within a window, with neighbours closer than `merge` ms put together.
  static List<Growth> of(Series counter, TimeWindow window, double merge) {
    var grown = new ArrayList<Growth>();
    double before = counter.at(Math.nextDown(window.from())).map(Sample::value).orElse(Double.NaN);
    for (var sample : counter.samples(window.from(), window.to(), MOST)) {
      double count = sample.value() >= before ? sample.value() - before : 0;
      if (count > 0) {
        add(grown, new Growth(sample.t(), count), merge);
      }
      before = sample.value();
    }
    return List.copyOf(grown);
  }

  private static void add(List<Growth> grown, Growth next, double merge) {
    if (!grown.isEmpty() && next.t() - grown.getLast().t() < merge) {
      var last = grown.removeLast();
      grown.add(new Growth(last.t(), last.count() + next.count()));
    } else {
      grown.add(next);
    }
  }
}
