// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;
import trilobite.model.time.Mark;
import trilobite.model.time.Sample;
import trilobite.model.time.Series;
import trilobite.model.time.Timeline;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;
import trilobite.runner.history.SourceRows.SourceRow;

/// The graphs of a run as the history has them. Immutable.
record RecordedVitals(
    Map<Vital, Series> series, Map<Vital, Measured<Double>> latest, List<Mark> marks, double now)
    implements Vitals {

  /// Reads them all into memory.
  static RecordedVitals load(Handle handle, RunRecord run) {
    var timelines = new SeriesRows(handle, run.id()).timelines();
    var end =
        timelines.values().stream()
            .flatMap(timeline -> timeline.latest().stream())
            .mapToDouble(Sample::t)
            .max()
            .orElse(0);
    var series = new EnumMap<Vital, Series>(Vital.class);
    series.putAll(timelines);
    return new RecordedVitals(
        series,
        latest(timelines, new SourceRows(handle, run.id()).all()),
        marks(handle, run),
        run.durationMillis().orElse(end));
  }

  private static Map<Vital, Measured<Double>> latest(
      Map<Vital, Timeline> timelines, Map<Vital, SourceRow> sources) {
    var latest = new EnumMap<Vital, Measured<Double>>(Vital.class);
    sources.forEach(
        (vital, source) -> {
          if (source.kind().isEmpty()) {
            latest.put(vital, Measured.unknown(source.detail()));
          }
        });
    timelines.forEach(
        (vital, timeline) ->
            timeline
                .latest()
                .ifPresent(
                    sample ->
                        latest.putIfAbsent(
                            vital, Measured.of(reading(sample, sources.get(vital))))));
    return latest;
  }

  private static Reading<Double> reading(Sample sample, @Nullable SourceRow row) {
    var source =
        row == null || row.kind().isEmpty()
            ? new Source(Source.Kind.HOST, "recorded during the run")
            : new Source(row.kind().get(), row.detail() + "; recorded during the run");
    return new Reading<>(sample.value(), source, Math.round(sample.t()), 0, 0);
  }

  /// A run whose owner was killed has no last marks of its own; its record tells them.
  static List<Mark> marks(Handle handle, RunRecord run) {
    var kept = new MarkRows(handle, run.id()).all();
    var marks = new ArrayList<>(kept);
    if (missing(kept, Mark.Kind.BOOT)) {
      run.firstByteMillis().ifPresent(t -> marks.add(new Mark(t, Mark.Kind.BOOT, "first byte")));
    }
    if (missing(kept, Mark.Kind.READY)) {
      run.readyMillis().ifPresent(t -> marks.add(new Mark(t, Mark.Kind.READY, "ready")));
    }
    if (missing(kept, Mark.Kind.STOP) && missing(kept, Mark.Kind.CRASH)) {
      run.durationMillis()
          .ifPresent(t -> run.verdict().ifPresent(verdict -> marks.add(endOf(t, verdict))));
    }
    return marks.stream().sorted((a, b) -> Double.compare(a.t(), b.t())).toList();
  }

  private static Mark endOf(double t, Verdict verdict) {
    return new Mark(t, verdict.fine() ? Mark.Kind.STOP : Mark.Kind.CRASH, verdict.word());
  }

  private static boolean missing(List<Mark> marks, Mark.Kind kind) {
    return marks.stream().noneMatch(mark -> mark.kind() == kind);
  }
}
