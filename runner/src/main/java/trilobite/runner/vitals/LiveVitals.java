// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.time.Mark;
import trilobite.model.time.Series;
import trilobite.model.time.Timeline;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;
import trilobite.runner.vitals.Sampler.Figure;

/// The timelines of a run that goes on. Samples and gaps are written by one thread; marks come from
/// any; everything may be read from any.
final class LiveVitals implements Vitals {

  private static final int MOST_MARKS = 10_000;

  private final RunTime time;
  private final Map<Vital, Timeline> timelines = new ConcurrentHashMap<>();
  private final Map<Vital, Measured<Double>> newest = new ConcurrentHashMap<>();

  /// The newest that was measured, also where a later try failed.
  private final Map<Vital, Measured<Double>> measured = new ConcurrentHashMap<>();

  private final List<Mark> marks = new ArrayList<>();

  /// In their order; asked for all the time, changed a few times a run.
  private volatile List<Mark> sorted = List.of();

  private volatile OptionalDouble end = OptionalDouble.empty();

  LiveVitals(RunTime time) {
    this.time = time;
  }

  /// Writer thread only.
  void record(Figure figure, double t, long costMicros) {
    timelines
        .computeIfAbsent(figure.vital(), vital -> new Timeline(vital.info()))
        .add(t, figure.value());
    var reading =
        Measured.of(new Reading<>(figure.value(), figure.source(), Math.round(t), costMicros, 0));
    measured.put(figure.vital(), reading);
    newest.put(figure.vital(), reading);
  }

  /// These could not be measured at `t`. Writer thread only.
  void fail(Set<Vital> vitals, double t, String why) {
    for (var vital : vitals) {
      newest.put(vital, Measured.unknown(why));
      var timeline = timelines.get(vital);
      if (timeline != null) {
        timeline.gap(t);
      }
    }
  }

  /// Nothing was measured from `t` on. Writer thread only.
  void gap(double t) {
    timelines.values().forEach(timeline -> timeline.gap(t));
  }

  void mark(Mark mark) {
    synchronized (marks) {
      if (marks.size() < MOST_MARKS) {
        marks.add(mark);
        sorted = marks.stream().sorted(Comparator.comparingDouble(Mark::t)).toList();
      }
    }
  }

  /// The run is over; its clock stands.
  void end(double t) {
    end = OptionalDouble.of(t);
  }

  @Override
  public Map<Vital, Series> series() {
    var series = new EnumMap<Vital, Series>(Vital.class);
    series.putAll(timelines);
    return series;
  }

  @Override
  public Map<Vital, Measured<Double>> latest() {
    var latest = new EnumMap<Vital, Measured<Double>>(Vital.class);
    latest.putAll(newest);
    if (end.isPresent()) {
      // What is asked while QEMU goes away fails: of a guest that is gone that tells nothing.
      latest.putAll(measured);
    }
    return latest;
  }

  @Override
  public List<Mark> marks() {
    return sorted;
  }

  @Override
  public double now() {
    return end.orElseGet(time::now);
  }
}
