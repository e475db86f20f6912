// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import trilobite.model.console.GuestText;
import trilobite.model.table.CellText;
import trilobite.model.table.Column;
import trilobite.model.table.TableText;

/// A table's column as a grid shows it.
///
/// @param column where its values come from, and what they mean
/// @param width in em
/// @param shown false for one that the column chooser starts with switched off
/// @param text a value in words, empty where there is none
/// @param view makes what a cell shows instead of that text
public record GridColumn<R>(
    Column<R> column,
    String title,
    double width,
    boolean shown,
    Function<R, String> text,
    Optional<Supplier<CellView<R>>> view) {

  private static final double WIDTH = 9;

  /// As wide as most, its values by their unit, guest text escaped.
  public static <R> GridColumn<R> of(Column<R> column) {
    return new GridColumn<>(
        column, column.title(), WIDTH, true, row -> words(column, row), Optional.empty());
  }

  private static <R> String words(Column<R> column, R row) {
    return TableText.raw(column.value().apply(row))
        .map(value -> GuestText.visible(CellText.of(value, column.unit())))
        .orElse("");
  }

  public GridColumn<R> titled(String words) {
    return new GridColumn<>(column, words, width, shown, text, view);
  }

  /// @param em times the root's font size
  public GridColumn<R> wide(double em) {
    return new GridColumn<>(column, title, em, shown, text, view);
  }

  /// Not shown until it is chosen.
  public GridColumn<R> optional() {
    return new GridColumn<>(column, title, width, false, text, view);
  }

  /// Other words for its values; filters look at these.
  public GridColumn<R> saying(Function<R, String> words) {
    return new GridColumn<>(column, title, width, shown, words, view);
  }

  /// Drawn by views of that kind.
  public GridColumn<R> drawn(Supplier<CellView<R>> views) {
    return new GridColumn<>(column, title, width, shown, text, Optional.of(views));
  }

  /// The machine name: what settings and filters call it.
  public String name() {
    return column.name();
  }

  Optional<Object> raw(R row) {
    return TableText.raw(column.value().apply(row));
  }

  /// True where its values are numbers, which line up at the right.
  boolean number() {
    var type = column.type();
    return Number.class.isAssignableFrom(type)
        || (type.isPrimitive() && type != boolean.class && type != char.class)
        || type == OptionalLong.class
        || type == OptionalInt.class
        || type == OptionalDouble.class;
  }
}
