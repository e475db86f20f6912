// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import trilobite.model.guest.View;

/// What a grid is made of.
///
/// @param name plural noun in snake case, such as `threads`; names its settings and files
/// @param columns in their order
/// @param key what tells rows apart from one reading to the next, such as an id
/// @param rowClass style class of a row by what it says, such as `grid-bad`; empty for none
/// @param prompt what the filter field says while it is empty
public record GridSpec<R>(
    String name,
    List<GridColumn<R>> columns,
    Function<R, ?> key,
    Function<R, String> rowClass,
    String prompt) {

  /// The columns of a view as they are.
  ///
  /// @param optional names of columns that start switched off
  public static <R extends Record> GridSpec<R> of(
      View<R> view,
      Set<String> optional,
      Function<R, ?> key,
      Function<R, String> rowClass,
      String prompt) {
    return new GridSpec<>(
        view.name(),
        view.table().columns().stream()
            .map(
                column ->
                    optional.contains(column.name())
                        ? GridColumn.of(column).optional()
                        : GridColumn.of(column))
            .toList(),
        key,
        rowClass,
        prompt);
  }

  /// The same with some columns shown otherwise.
  ///
  /// @param changes by the column's name
  public GridSpec<R> with(Map<String, UnaryOperator<GridColumn<R>>> changes) {
    return new GridSpec<>(
        name,
        columns.stream()
            .map(each -> changes.getOrDefault(each.name(), UnaryOperator.identity()).apply(each))
            .toList(),
        key,
        rowClass,
        prompt);
  }
}
