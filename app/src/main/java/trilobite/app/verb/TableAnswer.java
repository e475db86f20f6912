// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import trilobite.model.console.GuestText;
import trilobite.model.guest.Listing;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.table.CellText;
import trilobite.model.table.Column;
import trilobite.model.table.Table;

/// Prints readings of a table: columns for people, or one JSON object a reading.
///
/// @param hidden columns that only JSON has
/// @param asked rows that somebody asked for, of those that are read
record TableAnswer<R>(Env env, Table<R> table, Set<String> hidden, Predicate<R> asked) {

  /// For all rows.
  TableAnswer(Env env, Table<R> table, Set<String> hidden) {
    this(env, table, hidden, row -> true);
  }

  /// @return the exit code: an answer that could not be read is a no
  int print(Measured<Listing<R>> answer, boolean json) {
    return switch (answer) {
      case Measured.Known<Listing<R>>(var reading) -> {
        if (json) {
          env.out().println(json(reading));
        } else {
          text(reading);
        }
        yield Exit.DONE;
      }
      case Measured.Unknown<Listing<R>>(var reason) -> {
        if (json) {
          env.out()
              .println(
                  new Json()
                      .put("table", table.name())
                      .put("rows", null)
                      .put("rowsWhy", reason.why()));
        } else {
          env.err().println("trilobite: " + GuestText.visible(reason.why()));
        }
        yield Exit.NO;
      }
    };
  }

  private List<R> asked(Listing<R> listing) {
    return listing.rows().stream().filter(asked).toList();
  }

  private Json json(Reading<Listing<R>> reading) {
    var listing = reading.value();
    return new Json()
        .put("table", table.name())
        .provenance(reading)
        .put("cut", listing.cut())
        .put("rows", objects(asked(listing)));
  }

  /// Rows for `--json`, an object each.
  List<Map<String, Object>> objects(List<R> rows) {
    return rows.stream().map(row -> row(row).map()).toList();
  }

  private Json row(R row) {
    var json = new Json();
    table.columns().forEach(column -> json.put(column.name(), column.value().apply(row)));
    return json;
  }

  /// Prints rows for people, and nothing about where they come from.
  void rows(List<R> rows) {
    var shown = table.columns().stream().filter(c -> !hidden.contains(c.name())).toList();
    var answer =
        new Answer(
            shown.stream().map(c -> c.title().toUpperCase(Locale.ROOT)).toArray(String[]::new));
    for (var row : rows) {
      answer.row(cells(shown, row));
    }
    answer.print(env);
  }

  private void text(Reading<Listing<R>> reading) {
    var rows = asked(reading.value());
    rows(rows);
    var told =
        "%d %s, read %d ms after start in %d µs with %d pauses: %s"
            .formatted(
                rows.size(),
                table.name(),
                reading.takenAt(),
                reading.costMicros(),
                reading.pauses(),
                reading.source().detail());
    env.err().println(told);
    reading.value().cut().ifPresent(why -> env.err().println("not all: " + GuestText.visible(why)));
  }

  private Object[] cells(List<Column<R>> shown, R row) {
    return shown.stream().map(c -> CellText.of(c.value().apply(row), c.unit())).toArray();
  }
}
