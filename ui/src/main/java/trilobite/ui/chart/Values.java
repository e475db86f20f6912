// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import trilobite.model.time.Sample;
import trilobite.model.time.Series;

/// Questions about single values of series.
final class Values {

  private Values() {}

  /// The value of the drawn line at a time: between two samples it lies between their values.
  static Optional<Double> at(Series series, double t) {
    var before = series.at(t);
    if (before.isEmpty()) {
      return Optional.empty();
    }
    double start = before.get().t();
    double value = before.get().value();
    var after = series.samples(Math.nextUp(t), Double.MAX_VALUE, 1);
    if (after.isEmpty() || Double.isNaN(after.getFirst().value()) || start == t) {
      return Optional.of(value);
    }
    double share = (t - start) / (after.getFirst().t() - start);
    return Optional.of(value + share * (after.getFirst().value() - value));
  }

  /// The value to write in a legend: the newest one at or before the cursor, or the newest of all.
  static double shown(Series series, OptionalDouble cursor) {
    var sample = cursor.isPresent() ? series.at(cursor.getAsDouble()) : series.latest();
    return sample.map(Sample::value).orElse(Double.NaN);
  }

  /// The nearest sample time of any series beyond `t`, in the direction asked for.
  static OptionalDouble neighbour(List<Series> all, double t, boolean forward) {
    double best = forward ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    for (var series : all) {
      var found =
          forward
              ? series.samples(Math.nextUp(t), Double.MAX_VALUE, 1).stream().findFirst()
              : series.at(Math.nextDown(t));
      if (found.isPresent()) {
        double at = found.get().t();
        best = forward ? Math.min(best, at) : Math.max(best, at);
      }
    }
    return Double.isFinite(best) ? OptionalDouble.of(best) : OptionalDouble.empty();
  }
}
