// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;
import trilobite.model.guest.View;
import trilobite.model.query.SqlType;
import trilobite.model.query.SqlValue;
import trilobite.model.table.Column;

/// A database in memory for one query: no file is behind it, none can be attached, no extension
/// loaded, and once it is sealed nothing in it changes. Used by one thread.
final class MemoryDatabase implements AutoCloseable {

  private static final int LONGEST_VALUE = 16 << 20;
  private static final int LONGEST_QUERY = 1 << 20;

  /// A type as SQLite reads it, a whole number, by which a column of an answer is known again.
  static final String ADDRESS = SqlType.INTEGER.word() + " address";

  private final SQLiteConnection connection;

  private MemoryDatabase(SQLiteConnection connection) {
    this.connection = connection;
  }

  /// An empty table for each view.
  static MemoryDatabase of(List<View<?>> views) throws SQLException {
    var config = new SQLiteConfig();
    config.enableLoadExtension(false);
    var connection = (SQLiteConnection) config.createConnection("jdbc:sqlite::memory:");
    var database = new MemoryDatabase(connection);
    try {
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_ATTACHED, 0);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_VALUE);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_SQL_LENGTH, LONGEST_QUERY);
      connection.setLimit(SQLiteLimits.SQLITE_LIMIT_WORKER_THREADS, 0);
      connection.setAutoCommit(false);
      for (var view : views) {
        database.execute(definition(view));
      }
      connection.commit();
      return database;
    } catch (SQLException e) {
      database.close();
      throw e;
    }
  }

  /// The statement that makes a view's table.
  static String definition(View<?> view) {
    return view.table().columns().stream()
        .map(column -> "\"" + column.name() + "\" " + type(column))
        .collect(Collectors.joining(", ", "create table \"" + view.name() + "\" (", ")"));
  }

  private static String type(Column<?> column) {
    return column.unit().equals("address") ? ADDRESS : SqlType.of(column.type()).word();
  }

  /// Names of the tables that SQLite would open for the statement.
  ///
  /// @throws SQLException where it is no statement; nothing of it was run
  Set<String> opened(String sql) throws SQLException {
    var pages = new HashMap<Long, String>();
    var opened = new LinkedHashSet<String>();
    try (var statement = connection.createStatement()) {
      try (var rows = statement.executeQuery("select rootpage, name from sqlite_schema")) {
        while (rows.next()) {
          pages.put(rows.getLong(1), rows.getString(2));
        }
      }
      try (var steps = statement.executeQuery("explain " + sql)) {
        while (steps.next()) {
          var name = pages.get(steps.getLong("p2"));
          if (steps.getString("opcode").equals("OpenRead") && name != null) {
            opened.add(name);
          }
        }
      }
    }
    return opened;
  }

  <R extends Record> void fill(View<R> view, List<R> rows) throws SQLException {
    var columns = view.table().columns();
    var marks = String.join(", ", java.util.Collections.nCopies(columns.size(), "?"));
    try (var insert =
        connection.prepareStatement("insert into \"" + view.name() + "\" values (" + marks + ")")) {
      for (var row : rows) {
        for (var i = 0; i < columns.size(); i++) {
          bind(insert, i + 1, SqlValue.of(columns.get(i).value().apply(row)));
        }
        insert.executeUpdate();
      }
    }
    connection.commit();
  }

  private static void bind(PreparedStatement into, int at, SqlValue value) throws SQLException {
    switch (value) {
      case SqlValue.Null() -> into.setNull(at, Types.NULL);
      case SqlValue.Whole(var number) -> into.setLong(at, number);
      case SqlValue.Real(var number) -> into.setDouble(at, number);
      case SqlValue.Text(var text) -> into.setString(at, text);
      case SqlValue.Bytes(var hex) -> into.setBytes(at, java.util.HexFormat.of().parseHex(hex));
    }
  }

  /// From now on nothing changes.
  void seal() throws SQLException {
    connection.setAutoCommit(true);
    execute("pragma trusted_schema = off");
    execute("pragma query_only = on");
  }

  /// For the statement that is asked and what watches it.
  Connection connection() {
    return connection;
  }

  private void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
