// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import java.util.List;
import java.util.Optional;

/// The reading side of a timeline. Safe from any thread; never blocks its writer.
public interface Series {

  SeriesInfo info();

  /// Grows with every change, so that a view can tell whether it must redraw.
  long version();

  /// The newest sample, unless nothing was recorded yet.
  Optional<Sample> latest();

  /// The newest sample at or before `t`, unless a gap or nothing lies there.
  Optional<Sample> at(double t);

  /// Extremes per column between two run times; `columns` is bounded by the implementation (8192).
  Spans spans(double from, double to, int columns);

  /// Samples in the span at the finest resolution still held, at most `most`, oldest first.
  List<Sample> samples(double from, double to, int most);
}
