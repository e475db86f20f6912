// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Source;
import trilobite.model.time.Sample;
import trilobite.model.time.Series;
import trilobite.model.vitals.Vital;

/// Where the numbers of a run come from and what they cost, as sentences. Pure.
///
/// @param latest newest readings
/// @param now run time, ms
record Provenance(Map<Vital, Measured<Double>> latest, double now) {

  private static final int RECENT = 20;

  /// How often the guest was paused for the newest readings.
  int pauses() {
    int pauses = 0;
    for (var measured : latest.values()) {
      if (measured instanceof Measured.Known<Double>(var reading)) {
        pauses += reading.pauses();
      }
    }
    return pauses;
  }

  /// Host time that one round of readings takes, µs.
  long costMicros() {
    // Values that were read together carry the cost of the whole reading each.
    var readings = new HashSet<Together>();
    for (var measured : latest.values()) {
      if (measured instanceof Measured.Known<Double>(var reading)) {
        readings.add(
            new Together(reading.source().kind(), reading.takenAt(), reading.costMicros()));
      }
    }
    return readings.stream().mapToLong(Together::costMicros).sum();
  }

  private record Together(Source.Kind kind, long takenAt, long costMicros) {}

  /// Ms between samples as they came, the middle one of the newest; empty before there are two.
  static OptionalDouble period(Series series) {
    double end = series.latest().map(Sample::t).orElse(0d);
    var recent = series.samples(end - 10_000, end, 10_000);
    var tail = recent.subList(Math.max(0, recent.size() - RECENT), recent.size());
    var distances = new ArrayList<Double>();
    for (int i = 1; i < tail.size(); i++) {
      distances.add(tail.get(i).t() - tail.get(i - 1).t());
    }
    distances.sort(null);
    return distances.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(distances.get(distances.size() / 2));
  }

  /// Such as `cost 0.4 % of one host core`.
  String cost(double periodMillis) {
    double percent = costMicros() / (periodMillis * 1000) * 100;
    return percent < 0.1
        ? "cost < 0.1 % of one host core"
        : String.format(Locale.ROOT, "cost %.1f %% of one host core", percent);
  }

  /// One line for each vital of a subject: what was read where, how old, at which cost; or why not.
  String lines(Subject subject) {
    return subject.vitals().stream()
        .filter(latest::containsKey)
        .map(this::line)
        .collect(Collectors.joining("\n"));
  }

  private String line(Vital vital) {
    return switch (latest.get(vital)) {
      case Measured.Known<Double>(var reading) ->
          String.format(
              Locale.ROOT,
              "%s: %s (%s), %.1f s ago, %d µs, %d pauses",
              vital.info().title(),
              reading.source().kind().words(),
              reading.source().detail(),
              Math.max(0, now - reading.takenAt()) / 1000,
              reading.costMicros(),
              reading.pauses());
      case Measured.Unknown<Double>(var reason) -> vital.info().title() + ": " + reason.why();
      case null -> "";
    };
  }

  /// Title, with unit, and exact value of each known vital.
  SequencedMap<String, String> values() {
    var values = new LinkedHashMap<String, String>();
    latest.forEach(
        (vital, measured) ->
            measured
                .value()
                .ifPresent(
                    value ->
                        values.put(
                            vital.info().id() + " (" + vital.info().unit() + ")",
                            String.format(Locale.ROOT, "%s", value))));
    return values;
  }

  /// Why vitals of a subject are missing, in the order of the legend.
  List<String> missing(Subject subject) {
    var reasons = new ArrayList<String>();
    for (var vital : subject.vitals()) {
      if (latest.get(vital) instanceof Measured.Unknown<Double>(var reason)) {
        var text = reason.why();
        if (!reasons.contains(text)) {
          reasons.add(text);
        }
      }
    }
    return reasons;
  }

  /// The titles and reasons as one line under a graph that still shows something.
  Optional<String> note(Subject subject) {
    var notes = new ArrayList<String>();
    for (var vital : subject.vitals()) {
      if (latest.get(vital) instanceof Measured.Unknown<Double>(var reason)) {
        notes.add(vital.info().title() + ": " + reason.why());
      }
    }
    return notes.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", notes));
  }
}
