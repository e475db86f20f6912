// SPDX-License-Identifier: Apache-2.0
package trilobite.model.vitals;

import java.util.List;
import java.util.Map;
import trilobite.model.reading.Measured;
import trilobite.model.time.Mark;
import trilobite.model.time.Series;

/// The timelines of one run, live or from history. Safe from any thread.
public interface Vitals {

  /// The series that exist so far. One that cannot be measured is absent here and present in
  /// [#latest()] with the reason.
  Map<Vital, Series> series();

  /// The newest value of each vital with its provenance and cost, or why there is none.
  Map<Vital, Measured<Double>> latest();

  /// The newest value of one vital, or why there is none.
  default Measured<Double> latest(Vital vital) {
    return latest().getOrDefault(vital, Measured.unknown("not sampled yet"));
  }

  /// Events of the run on the same clock, oldest first, at most 10,000.
  List<Mark> marks();

  /// Run time, in ms: now for a live run, its end for a finished one.
  double now();
}
