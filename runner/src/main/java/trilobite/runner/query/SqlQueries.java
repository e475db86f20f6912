// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.port.History;
import trilobite.model.port.Queries;
import trilobite.model.query.HistoryViews;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryAnswer.TableUse;
import trilobite.model.query.QueryException;
import trilobite.model.query.QueryTerms;
import trilobite.runner.query.Snapshot.Seen;

/// Answers SQL with SQLite. Each query gets a database of its own, in memory, with a table for each
/// view; only those that SQLite would open are filled.
public final class SqlQueries implements Queries {

  private final HistoryTables history;
  private final LongSupplier nanos;

  /// Made when the first query comes: a start of the program has no time for their columns.
  private static final class Known {
    static final List<View<?>> TABLES =
        Stream.concat(Views.all().stream(), HistoryViews.all().stream()).toList();
  }

  /// @param nanos the monotonic clock
  public SqlQueries(History history, LongSupplier nanos) {
    this.history = new HistoryTables(history, nanos);
    this.nanos = nanos;
  }

  @Override
  public List<View<?>> tables() {
    return Known.TABLES;
  }

  @Override
  public QueryAnswer ask(String sql, QueryTerms terms, Choice guest)
      throws QueryException, IOException, InterruptedException {
    var end = nanos.getAsLong() + terms.time().toNanos();
    var text = SqlText.of(sql);
    var statement = text.statement();
    try (var database = MemoryDatabase.of(Known.TABLES)) {
      var named = named(database, text, statement);
      var paused = OptionalLong.empty();
      var read = new ArrayList<Seen<?>>();
      var past = named.stream().filter(HistoryViews.all()::contains).toList();
      var present = named.stream().filter(view -> !past.contains(view)).toList();
      if (!present.isEmpty()) {
        var taken = new Snapshot(guest.guest(), nanos, end).take(present, terms.paused());
        read.addAll(taken.tables());
        paused = taken.pausedMicros();
      }
      for (var view : past) {
        // However long the history is, time is left for the answer.
        var now = nanos.getAsLong();
        read.add(history.read(view, now + (end - now) / 2));
      }
      var uses = new ArrayList<TableUse>();
      for (var table : read) {
        uses.add(fill(database, table));
      }
      database.seal();
      return answer(
          database, new Question(statement, terms, new Limiter(nanos, end)), uses, paused);
    } catch (SQLException e) {
      throw new QueryException(Mistake.words(e));
    }
  }

  private QueryAnswer answer(
      MemoryDatabase database, Question question, List<TableUse> uses, OptionalLong paused)
      throws SQLException, QueryException, InterruptedException {
    var begin = nanos.getAsLong();
    var found = question.ask(database);
    return new QueryAnswer(
        found.columns(),
        found.addresses(),
        found.rows(),
        found.cut(),
        List.copyOf(uses),
        (nanos.getAsLong() - begin) / 1000,
        paused);
  }

  private List<View<?>> named(MemoryDatabase database, SqlText text, String statement)
      throws QueryException {
    if (text.explains()) {
      return List.of();
    }
    try {
      Set<String> opened = database.opened(statement);
      return Known.TABLES.stream().filter(view -> opened.contains(view.name())).toList();
    } catch (SQLException e) {
      throw new Mistake(Known.TABLES, part -> complaint(database, part)).of(text, e);
    }
  }

  private static Optional<String> complaint(MemoryDatabase database, String part) {
    try {
      var _ = database.opened(part);
      return Optional.empty();
    } catch (SQLException e) {
      return Optional.of(Mistake.words(e));
    }
  }

  private static <R extends Record> TableUse fill(MemoryDatabase database, Seen<R> table)
      throws SQLException {
    var listing = table.reading().value();
    database.fill(table.view(), listing.rows());
    return new TableUse(
        table.view().name(), table.reading().map(rows -> rows.rows().size()), listing.cut());
  }
}
