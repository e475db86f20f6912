// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlite.ProgressHandler;
import trilobite.model.query.QueryException;
import trilobite.model.query.QueryTerms;
import trilobite.model.query.SqlValue;

/// Runs one statement within its bounds.
record Question(String sql, QueryTerms terms, Limiter limiter) {

  /// What was found.
  record Found(
      List<String> columns,
      Set<String> addresses,
      List<List<SqlValue>> rows,
      Optional<String> cut) {}

  Found ask(MemoryDatabase database) throws SQLException, QueryException, InterruptedException {
    var columns = new ArrayList<String>();
    var addresses = new LinkedHashSet<String>();
    var rows = new ArrayList<List<SqlValue>>();
    ProgressHandler.setHandler(database.connection(), Limiter.STEPS, limiter);
    try (var statement = database.connection().createStatement();
        var answer = statement.executeQuery(sql)) {
      headings(answer, columns, addresses);
      return new Found(List.copyOf(columns), addresses, rows, fetch(answer, columns.size(), rows));
    } catch (SQLException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the query was cancelled");
      }
      if (limiter.late() && rows.isEmpty()) {
        throw new QueryException(
            "the query was stopped after "
                + terms.time().toMillis()
                + " ms without a row; ask for less, or allow it more time");
      }
      if (limiter.late()) {
        return new Found(List.copyOf(columns), addresses, rows, Optional.of("time was up"));
      }
      throw e;
    } finally {
      ProgressHandler.clearHandler(database.connection());
    }
  }

  private static void headings(ResultSet answer, List<String> into, Set<String> addresses)
      throws SQLException {
    var meta = answer.getMetaData();
    for (var i = 1; i <= meta.getColumnCount(); i++) {
      var name = meta.getColumnLabel(i);
      var unique = name;
      for (var n = 2; into.contains(unique); n++) {
        unique = name + "_" + n;
      }
      into.add(unique);
      if (MemoryDatabase.ADDRESS.equalsIgnoreCase(meta.getColumnTypeName(i))) {
        addresses.add(unique);
      }
    }
  }

  private Optional<String> fetch(ResultSet answer, int width, List<List<SqlValue>> rows)
      throws SQLException {
    var bytes = 0L;
    while (answer.next()) {
      if (rows.size() == terms.rows()) {
        return Optional.of("only the first " + terms.rows() + " rows were asked for");
      }
      var row = new ArrayList<SqlValue>(width);
      for (var i = 1; i <= width; i++) {
        var value = value(answer.getObject(i));
        bytes += value.text().length() + 8;
        row.add(value);
      }
      if (bytes > terms.bytes()) {
        return Optional.of("the answer is larger than " + terms.bytes() + " bytes");
      }
      rows.add(List.copyOf(row));
    }
    return Optional.empty();
  }

  private static SqlValue value(@org.jspecify.annotations.Nullable Object found) {
    return switch (found) {
      case null -> new SqlValue.Null();
      case byte[] bytes -> new SqlValue.Bytes(HexFormat.of().formatHex(bytes));
      case Object other -> SqlValue.of(other);
    };
  }
}
