// SPDX-License-Identifier: Apache-2.0
package trilobite.model.table;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Rows of a table as text for other programs: raw values under the columns' machine names, what is
/// not known left empty.
public final class TableText {

  private TableText() {}

  /// Tab-separated, as spreadsheets take it from the clipboard; no line end after the last row.
  public static <R> String tsv(List<Column<R>> columns, List<? extends R> rows) {
    return lines(columns, rows, "\t", TableText::flat);
  }

  /// Comma-separated by RFC 4180, with plain line feeds. Text that a spreadsheet would take for a
  /// formula gets an apostrophe in front: it may come from a guest.
  public static <R> String csv(List<Column<R>> columns, List<? extends R> rows) {
    return lines(columns, rows, ",", TableText::quoted) + "\n";
  }

  /// One JSON object a line.
  public static <R> String json(List<Column<R>> columns, List<? extends R> rows) {
    return rows.stream()
        .map(
            row ->
                columns.stream()
                    .map(c -> JsonText.text(c.name()) + ":" + JsonText.value(raw(c, row)))
                    .collect(Collectors.joining(",", "{", "}")))
        .collect(Collectors.joining("\n"));
  }

  private static <R> String lines(
      List<Column<R>> columns,
      List<? extends R> rows,
      String between,
      Function<Optional<Object>, String> cell) {
    var text =
        new StringBuilder(
            columns.stream()
                .map(c -> cell.apply(Optional.of(c.name())))
                .collect(Collectors.joining(between)));
    for (var row : rows) {
      text.append('\n');
      text.append(
          columns.stream().map(c -> cell.apply(raw(c, row))).collect(Collectors.joining(between)));
    }
    return text.toString();
  }

  private static <R> Optional<Object> raw(Column<R> column, R row) {
    return raw(column.value().apply(row));
  }

  /// A column's value without its wrapping, empty where it is not known.
  public static Optional<Object> raw(Object value) {
    return switch (value) {
      case Optional<?> some -> some.flatMap(TableText::raw);
      case OptionalDouble some ->
          some.isPresent() ? Optional.of(some.getAsDouble()) : Optional.empty();
      case OptionalLong some -> some.isPresent() ? Optional.of(some.getAsLong()) : Optional.empty();
      case OptionalInt some -> some.isPresent() ? Optional.of(some.getAsInt()) : Optional.empty();
      case Object other -> Optional.of(other);
    };
  }

  private static String flat(Optional<Object> value) {
    return value.map(v -> v.toString().replaceAll("[\t\r\n]", " ")).orElse("");
  }

  private static String quoted(Optional<Object> value) {
    if (value.isEmpty() || value.get() instanceof Number) {
      return flat(value);
    }
    var text = value.get().toString();
    var safe = text.matches("(?s)[=+\\-@\t\r].*") ? "'" + text : text;
    return safe.equals(text) && safe.chars().noneMatch(c -> "\",\r\n".indexOf(c) >= 0)
        ? safe
        : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
