// SPDX-License-Identifier: Apache-2.0
package trilobite.model.table;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A named list of typed columns, taken from the components of a record. A panel's grid, a verb's
/// columns, `--json`, CSV and a SQL table are faces of the same definition.
///
/// @param name plural noun in snake case, such as `threads`
/// @param columns in the order of the record's components
public record Table<R>(String name, List<Column<R>> columns) {

  /// The table whose columns are the components of `row`, described by [Meaning].
  public static <R extends Record> Table<R> of(String name, Class<R> row) {
    return new Table<>(
        name, Arrays.stream(row.getRecordComponents()).map(Table::<R>column).toList());
  }

  private static <R> Column<R> column(RecordComponent component) {
    var meaning = component.getAnnotation(Meaning.class);
    var title =
        meaning == null || meaning.title().isEmpty() ? words(component.getName()) : meaning.title();
    return new Column<>(
        snake(component.getName()),
        title,
        component.getType(),
        meaning == null ? "" : meaning.unit(),
        meaning == null ? "" : meaning.value(),
        row -> cell(component, row));
  }

  private static Object cell(RecordComponent component, Object row) {
    try {
      return component.getAccessor().invoke(row);
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(
          "record component " + component.getName() + " is not readable", e);
    }
  }

  static String snake(String camel) {
    return camel.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }

  private static String words(String camel) {
    var spaced = camel.replaceAll("([a-z0-9])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
  }
}
