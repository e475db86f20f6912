// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import trilobite.model.reading.Reading;
import trilobite.model.table.Column;
import trilobite.model.table.Table;

/// What a query found.
///
/// @param columns headings, no two alike
/// @param addresses those of them that are a table's own column of addresses
/// @param rows as wide as `columns`
/// @param cut why there may be more rows than these; empty where this is all
/// @param tables what was read for it
/// @param costMicros host time of the query itself, without reading its tables
/// @param pausedMicros how long the guest stood still for it, if it was asked to
public record QueryAnswer(
    List<String> columns,
    Set<String> addresses,
    List<List<SqlValue>> rows,
    Optional<String> cut,
    List<TableUse> tables,
    long costMicros,
    OptionalLong pausedMicros) {

  /// The answer as a table: a column is of the type that all of its values have.
  public Table<List<SqlValue>> table() {
    var made = new ArrayList<Column<List<SqlValue>>>();
    for (int i = 0; i < columns.size(); i++) {
      int at = i;
      var name = columns.get(i);
      made.add(new Column<>(name, name, type(i), unit(name), "", row -> row.get(at).cell()));
    }
    return new Table<>("query", List.copyOf(made));
  }

  /// Only of addresses: other values are what was asked for, to the last digit.
  private String unit(String column) {
    return addresses.contains(column) ? "address" : "";
  }

  private Class<?> type(int column) {
    Class<?> found = Long.class;
    for (var row : rows) {
      switch (row.get(column)) {
        case SqlValue.Null ignored -> {}
        case SqlValue.Whole ignored -> {}
        case SqlValue.Real ignored -> found = Double.class;
        case SqlValue.Text ignored -> {
          return String.class;
        }
        case SqlValue.Bytes ignored -> {
          return String.class;
        }
      }
    }
    return found;
  }

  /// A table that the query named.
  ///
  /// @param rows how many it had, with where and when they were read
  /// @param cut why it may have more; empty where this is all
  public record TableUse(String name, Reading<Integer> rows, Optional<String> cut) {}
}
