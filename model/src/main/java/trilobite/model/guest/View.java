// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import trilobite.model.table.Table;

/// Something of a guest that can be seen as rows. The panel's grid, the verb's columns, JSON and
/// the SQL table of the same name all come from it.
///
/// @param row the record whose components are the columns; it must survive JSON
/// @param about one sentence, for help and schemas
public record View<R extends Record>(Table<R> table, Class<R> row, String about) {

  /// The view of that record.
  public static <R extends Record> View<R> of(String name, Class<R> row, String about) {
    return new View<>(Table.of(name, row), row, about);
  }

  /// Plural noun in snake case; tells views apart.
  public String name() {
    return table.name();
  }
}
