// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.packet.flow.FlowTrace;
import trilobite.ui.chart.TimeWindow;

/// The upright scale of a sequence graph: from the lowest to the highest number in sight, with a
/// little room. A window's edge far above what was sent does not squeeze the rest: at most half of
/// the height is above the newest byte.
///
/// @param step distance of grid lines, a round number
record SequenceScale(double low, double high, double step) {

  static final SequenceScale NOTHING = new SequenceScale(0, 1, 1);

  private static final double ROOM = 0.06;
  private static final int LINES = 5;

  static SequenceScale of(FlowTrace trace, TimeWindow window) {
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    long edge = Long.MIN_VALUE;
    for (var segment : trace.sent()) {
      if (window.contains(segment.t())) {
        low = Math.min(low, segment.from());
        high = Math.max(high, segment.to());
      }
    }
    for (var answer : trace.answers()) {
      if (window.contains(answer.t())) {
        low = Math.min(low, answer.ack());
        high = Math.max(high, answer.ack());
        edge = Math.max(edge, answer.edge());
      }
    }
    if (high < low) {
      return NOTHING;
    }
    long top = Math.clamp(edge, high, high + Math.max(1, high - low));
    double room = (double) (top - low) * ROOM + 1;
    return new SequenceScale(
        (double) low - room, (double) top + room, step((top - low + 2 * room) / LINES));
  }

  private static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double digit : new double[] {1, 2, 5}) {
      if (digit * power >= least) {
        return digit * power;
      }
    }
    return 10 * power;
  }

  /// Height above the lower edge, as a share; beyond 0 to 1 outside.
  double share(double number) {
    return (number - low) / (high - low);
  }

  List<Double> lines() {
    var lines = new ArrayList<Double>();
    for (double at = Math.ceil(Math.max(0, low) / step) * step; at <= high; at += step) {
      lines.add(at);
    }
    return lines;
  }
}
