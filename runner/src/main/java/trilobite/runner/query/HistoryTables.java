// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.port.History;
import trilobite.model.query.HistoryViews;
import trilobite.model.query.RunEventRow;
import trilobite.model.query.RunRow;
import trilobite.model.query.RunVitalRow;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.runner.query.Snapshot.Seen;

/// Reads the tables of past runs, the newest first, as far as there is time; the history itself is
/// only read.
///
/// @param nanos the monotonic clock
record HistoryTables(History history, LongSupplier nanos) {

  private static final int MOST_RUNS = 100_000;
  private static final int MOST_SAMPLES = 500_000;
  private static final int SAMPLES_A_SERIES = 20_000;
  private static final int MOST_EVENTS = 200_000;

  /// The rows of one of [HistoryViews]; those read until then, and a word that they are not all,
  /// where reading takes longer.
  ///
  /// @param until of the monotonic clock, in nanoseconds
  Seen<?> read(View<?> view, long until) throws IOException {
    var begin = nanos.getAsLong();
    if (view.equals(HistoryViews.RUNS)) {
      var runs = history.runs(MOST_RUNS).stream().map(RunRow::of).toList();
      return seen(HistoryViews.RUNS, runs, Optional.empty(), begin);
    }
    return view.equals(HistoryViews.VITALS) ? vitals(begin, until) : events(begin, until);
  }

  private Seen<RunVitalRow> vitals(long begin, long until) throws IOException {
    var rows = new ArrayList<RunVitalRow>();
    for (var run : history.runs(MOST_RUNS)) {
      if (rows.size() >= MOST_SAMPLES || nanos.getAsLong() - until > 0) {
        var cut = "only samples of the runs after " + run.id() + " are here";
        return seen(HistoryViews.VITALS, rows, Optional.of(cut), begin);
      }
      var vitals = history.vitals(run.id());
      vitals
          .series()
          .forEach(
              (vital, series) -> {
                for (var sample : series.samples(0, vitals.now(), SAMPLES_A_SERIES)) {
                  if (!Double.isNaN(sample.value())) {
                    var info = vital.info();
                    rows.add(
                        new RunVitalRow(
                            run.id().number(), info.id(), sample.t(), sample.value(), info.unit()));
                  }
                }
              });
    }
    return seen(HistoryViews.VITALS, rows, Optional.empty(), begin);
  }

  private Seen<RunEventRow> events(long begin, long until) throws IOException {
    var rows = new ArrayList<RunEventRow>();
    for (var run : history.runs(MOST_RUNS)) {
      if (rows.size() >= MOST_EVENTS || nanos.getAsLong() - until > 0) {
        var cut = "only events of the runs after " + run.id() + " are here";
        return seen(HistoryViews.EVENTS, rows, Optional.of(cut), begin);
      }
      for (var mark : history.marks(run)) {
        var kind = mark.kind().name().toLowerCase(Locale.ROOT);
        rows.add(new RunEventRow(run.id().number(), mark.t(), kind, mark.text()));
      }
    }
    return seen(HistoryViews.EVENTS, rows, Optional.empty(), begin);
  }

  private <R extends Record> Seen<R> seen(
      View<R> view, List<R> rows, Optional<String> cut, long begin) {
    var cost = (nanos.getAsLong() - begin) / 1000;
    var source = new Source(Source.Kind.HOST, "the history of runs");
    return new Seen<>(
        view, new Reading<>(new Listing<>(List.copyOf(rows), cut), source, 0, cost, 0));
  }
}
