// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reading;

import java.util.function.Function;

/// A measured value with its provenance. Nothing measured reaches a view, a verb or SQL without it.
///
/// @param value what was read
/// @param source where it was read
/// @param takenAt milliseconds on the run's clock (since QMP `cont`)
/// @param costMicros host time that the read took, in microseconds
/// @param pauses how often the guest was paused for it; 0 is the normal case
public record Reading<T>(T value, Source source, long takenAt, long costMicros, int pauses) {

  /// The same provenance around a value derived from this one.
  public <R> Reading<R> map(Function<? super T, ? extends R> derive) {
    return new Reading<>(derive.apply(value), source, takenAt, costMicros, pauses);
  }
}
