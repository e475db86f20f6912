// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.guest.EventRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.guest.VitalRow;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// What the samplers have of a run: its events and newest values.
final class RunSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.EVENTS, Views.VITALS);
  }

  @Override
  public void open(Scene scene) {
    var vitals = scene.vitals();
    scene.show(Views.EVENTS, () -> seen(events(vitals), "events that the run's owner kept"));
    scene.show(Views.VITALS, () -> seen(newest(vitals), "samples that the run's owner took"));
  }

  private static <R extends Record> Look.Seen<R> seen(List<R> rows, String detail) {
    return Look.Seen.of(new Listing<>(rows, Optional.empty()), Source.Kind.HOST, detail);
  }

  private static List<EventRow> events(Vitals vitals) {
    return vitals.marks().stream()
        .map(m -> new EventRow(m.t(), m.kind().name().toLowerCase(Locale.ROOT), m.text()))
        .toList();
  }

  private static List<VitalRow> newest(Vitals vitals) {
    var rows = new ArrayList<VitalRow>();
    for (var vital : Vital.values()) {
      rows.add(row(vital, vitals.latest(vital)));
    }
    return List.copyOf(rows);
  }

  private static VitalRow row(Vital vital, Measured<Double> latest) {
    var info = vital.info();
    return switch (latest) {
      case Measured.Known<Double>(var reading) ->
          new VitalRow(
              info.id(),
              OptionalDouble.of(reading.value()),
              info.unit(),
              OptionalLong.of(reading.takenAt()),
              Optional.of(reading.source().detail()),
              Optional.empty());
      case Measured.Unknown<Double>(var reason) ->
          new VitalRow(
              info.id(),
              OptionalDouble.empty(),
              info.unit(),
              OptionalLong.empty(),
              Optional.empty(),
              Optional.of(reason.why()));
    };
  }
}
