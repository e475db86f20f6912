// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.port.LiveGuest;
import trilobite.model.query.QueryException;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.run.RunState;
import trilobite.model.table.Column;

/// Reads views of a guest for one query, each once, after waiting for what is only just being
/// opened.
record Snapshot(LiveGuest guest, LongSupplier nanos, long end) {

  private static final long ROUND_MILLIS = 50;

  /// Readings for a rate, which needs two that are not too near to each other.
  private static final int MOST_FOR_RATES = 4;

  /// A view with what was read of it.
  record Seen<R extends Record>(View<R> view, Reading<Listing<R>> reading) {}

  /// What was read, and for how long the guest stood still meanwhile.
  record Taken(List<Seen<?>> tables, OptionalLong pausedMicros) {}

  Taken take(List<View<?>> views, boolean paused)
      throws IOException, QueryException, InterruptedException {
    var first = all(views);
    if (!paused || guest.status().state() != RunState.RUNNING) {
      return new Taken(first, OptionalLong.empty());
    }
    var begin = nanos.getAsLong();
    guest.pause();
    try {
      var still = new ArrayList<Seen<?>>();
      for (var seen : all(views)) {
        still.add(paused(seen));
      }
      return new Taken(List.copyOf(still), OptionalLong.of((nanos.getAsLong() - begin) / 1000));
    } finally {
      guest.resume();
    }
  }

  private static <R extends Record> Seen<R> paused(Seen<R> seen) {
    var was = seen.reading;
    return new Seen<>(
        seen.view,
        new Reading<>(
            was.value(), was.source(), was.takenAt(), was.costMicros(), was.pauses() + 1));
  }

  private List<Seen<?>> all(List<View<?>> views) throws QueryException, InterruptedException {
    var tables = new ArrayList<Seen<?>>();
    for (var view : views) {
      tables.add(see(view));
    }
    return List.copyOf(tables);
  }

  private <R extends Record> Seen<R> see(View<R> view) throws QueryException, InterruptedException {
    var reading = patiently(view);
    for (int i = 0; i < MOST_FOR_RATES && needsAnother(view, reading.value().rows()); i++) {
      TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
      reading = patiently(view);
    }
    return new Seen<>(view, reading);
  }

  private <R extends Record> Reading<Listing<R>> patiently(View<R> view)
      throws QueryException, InterruptedException {
    while (true) {
      switch (guest.eyes().see(view)) {
        case Measured.Known<Listing<R>>(var reading) -> {
          return reading;
        }
        case Measured.Unknown<Listing<R>>(var reason) -> {
          if (!reason.soon() || nanos.getAsLong() > end || guest.ended().isDone()) {
            throw new QueryException(view.name() + " cannot be seen: " + reason.why());
          }
          TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
        }
      }
    }
  }

  private static <R extends Record> boolean needsAnother(View<R> view, List<R> rows) {
    return !rows.isEmpty()
        && view.table().columns().stream()
            .filter(column -> column.unit().equals("%") && column.type() == OptionalDouble.class)
            .anyMatch(column -> rows.stream().allMatch(row -> empty(column, row)));
  }

  private static <R> boolean empty(Column<R> column, R row) {
    return column.value().apply(row).equals(OptionalDouble.empty());
  }
}
