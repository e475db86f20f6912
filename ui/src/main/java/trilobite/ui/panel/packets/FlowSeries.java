// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import trilobite.model.packet.flow.FlowTrace;
import trilobite.model.time.SeriesInfo;
import trilobite.model.time.Timeline;

/// What a connection's graph shows beside its sequence numbers: bytes a second that were sent for
/// the first time, in even steps, and how long each acknowledgement took.
record FlowSeries(Timeline throughput, Timeline roundTrips) {

  private static final int STEPS = 240;
  private static final double LEAST_STEP = 1;

  static FlowSeries of(FlowTrace trace) {
    var throughput = new Timeline(new SeriesInfo("throughput", "new bytes", "bytes", false));
    var rtt = new Timeline(new SeriesInfo("rtt", "round trip", "ms", false));
    for (var answer : trace.answers()) {
      if (!Double.isNaN(answer.rtt())) {
        rtt.add(answer.t(), answer.rtt());
      }
    }
    if (!trace.sent().isEmpty()) {
      bytes(trace, throughput);
    }
    return new FlowSeries(throughput, rtt);
  }

  /// When segments were sent, for the cursor's way from one to the next.
  static Timeline sent(FlowTrace trace) {
    var sent = new Timeline(new SeriesInfo("sent", "segments", "bytes", false));
    trace.sent().forEach(segment -> sent.add(segment.t(), (double) segment.to()));
    return sent;
  }

  private static void bytes(FlowTrace trace, Timeline into) {
    double first = trace.sent().getFirst().t();
    double step = Math.max(LEAST_STEP, (trace.sent().getLast().t() - first) / STEPS);
    var bins = new long[STEPS + 1];
    long newest = 0;
    for (var segment : trace.sent()) {
      int bin = (int) Math.clamp((segment.t() - first) / step, 0, STEPS);
      bins[bin] += Math.max(0, segment.to() - Math.max(newest, segment.from()));
      newest = Math.max(newest, segment.to());
    }
    int last = (int) Math.clamp((trace.sent().getLast().t() - first) / step, 0, STEPS);
    for (int i = 0; i <= last; i++) {
      into.add(first + (i + 0.5) * step, bins[i] * 1000 / step);
    }
  }
}
