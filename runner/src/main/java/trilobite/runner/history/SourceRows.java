// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.model.reading.Measured.Unknown;
import trilobite.model.reading.Source;
import trilobite.model.run.RunId;
import trilobite.model.vitals.Vital;

/// The table `source` of one run.
record SourceRows(Handle handle, RunId run) {

  /// Where each value was read, or why it could not be.
  static Map<Vital, SourceRow> of(Map<Vital, Measured<Double>> latest) {
    var rows = new EnumMap<Vital, SourceRow>(Vital.class);
    latest.forEach(
        (vital, measured) ->
            rows.put(
                vital,
                switch (measured) {
                  case Known<Double>(var reading) ->
                      new SourceRow(
                          Optional.of(reading.source().kind()), reading.source().detail());
                  case Unknown<Double>(var reason) -> new SourceRow(Optional.empty(), reason.why());
                }));
    return rows;
  }

  /// Keeps what is not kept yet.
  void put(Map<Vital, SourceRow> rows, Map<Vital, SourceRow> kept) {
    rows.forEach(
        (vital, row) -> {
          if (!row.equals(kept.get(vital))) {
            source(vital, row.kind(), row.detail());
          }
        });
  }

  private void source(Vital vital, Optional<Source.Kind> kind, String detail) {
    handle
        .createUpdate(
            "insert or replace into source (run, series, kind, detail)"
                + " values (:run, :series, :kind, :detail)")
        .bind("run", run.number())
        .bind("series", vital.info().id())
        .bind("kind", kind.map(Enum::name).orElse(null))
        .bind("detail", detail)
        .execute();
  }

  /// Where each value was read; empty for those that were not, with the reason as detail.
  Map<Vital, SourceRow> all() {
    var sources = new EnumMap<Vital, SourceRow>(Vital.class);
    handle
        .createQuery("select series, kind, detail from source where run = :run")
        .bind("run", run.number())
        .map((row, context) -> new Row(row.getString(1), row.getString(2), row.getString(3)))
        .forEach(
            row ->
                SeriesRows.vital(row.series)
                    .ifPresent(
                        vital -> sources.put(vital, new SourceRow(kind(row.kind), row.detail))));
    return sources;
  }

  private static Optional<Source.Kind> kind(@Nullable String name) {
    return Arrays.stream(Source.Kind.values()).filter(k -> k.name().equals(name)).findFirst();
  }

  /// A row of `source`.
  record SourceRow(Optional<Source.Kind> kind, String detail) {}

  private record Row(String series, @Nullable String kind, String detail) {}
}
