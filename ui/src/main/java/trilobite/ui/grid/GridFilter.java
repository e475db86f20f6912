// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import trilobite.model.check.Suggestion;

/// What a filter line means: words that must be in a row, `column:word`, `column>number` and
/// `column<number` for one column, `!` before any of them for the opposite; quotes keep spaces. In
/// a column of plain whole numbers, such as ids and ports, `column:5` is 5 and not 15.
///
/// @param fits tells which rows to show
/// @param problem why the line means nothing; then all rows fit
public record GridFilter<R>(Predicate<R> fits, Optional<Problem> problem) {

  private static final Pattern TERM = Pattern.compile("!?(?:[^\\s\"]|\"[^\"]*\"?)+");
  private static final Pattern PARTS = Pattern.compile("([A-Za-z_]+)([:<>])(.*)", Pattern.DOTALL);

  private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");

  /// @param at column of the line where it begins, from 1
  /// @param word what is not understood there
  /// @param instead a word that would be; empty where none is near
  public record Problem(int at, String word, Optional<String> instead) {

    /// Such as `Column 5: no column is named “prot”. Did you mean “port”?`.
    public String text() {
      return "Column %d: no column is named “%s”.%s"
          .formatted(at, word, Suggestion.question(instead));
    }
  }

  /// Understands a line for these columns.
  public static <R> GridFilter<R> of(String line, List<GridColumn<R>> columns) {
    var all = new ArrayList<Predicate<R>>();
    for (var found : TERM.matcher(line).results().toList()) {
      var term = found.group();
      boolean not = term.startsWith("!");
      var word = not ? term.substring(1) : term;
      var parts = PARTS.matcher(word);
      if (parts.matches() && !parts.group(3).isEmpty()) {
        var named = FilterKeys.columns(parts.group(1), columns);
        if (named.isEmpty()) {
          var problem =
              new Problem(
                  found.start() + (not ? 2 : 1),
                  parts.group(1),
                  FilterKeys.nearest(parts.group(1), columns));
          return new GridFilter<>(_ -> true, Optional.of(problem));
        }
        all.add(signed(not, named(named, parts.group(2).charAt(0), plain(parts.group(3)))));
      } else if (!word.isEmpty()) {
        all.add(signed(not, one(columns, ':', plain(word))));
      }
    }
    return new GridFilter<>(row -> all.stream().allMatch(p -> p.test(row)), Optional.empty());
  }

  private static <R> Predicate<R> signed(boolean not, Predicate<R> fits) {
    return not ? fits.negate() : fits;
  }

  private static <R> Predicate<R> one(List<GridColumn<R>> columns, char sign, String value) {
    var number = number(value);
    if (sign != ':' && number.isPresent()) {
      double limit = number.getAsDouble();
      return row ->
          columns.stream()
              .flatMap(c -> c.raw(row).stream())
              .filter(Number.class::isInstance)
              .mapToDouble(n -> ((Number) n).doubleValue())
              .anyMatch(n -> sign == '>' ? n > limit : n < limit);
    }
    return row -> columns.stream().anyMatch(c -> lower(c.text().apply(row)).contains(value));
  }

  private static <R> Predicate<R> named(List<GridColumn<R>> columns, char sign, String value) {
    if (sign != ':' || !WHOLE.matcher(value).matches()) {
      return one(columns, sign, value);
    }
    var exact = columns.stream().filter(GridFilter::counts).toList();
    var others = one(columns.stream().filter(c -> !counts(c)).toList(), sign, value);
    return row ->
        exact.stream()
                .flatMap(c -> c.raw(row).stream())
                .anyMatch(number -> number.toString().equals(value))
            || others.test(row);
  }

  /// True for ids, ports and the like, of which one is meant as a whole.
  private static boolean counts(GridColumn<?> column) {
    return column.number()
        && column.column().unit().isEmpty()
        && column.column().type() != OptionalDouble.class
        && column.column().type() != double.class;
  }

  private static OptionalDouble number(String value) {
    try {
      return OptionalDouble.of(Double.parseDouble(value));
    } catch (NumberFormatException none) {
      return OptionalDouble.empty();
    }
  }

  private static String plain(String word) {
    return lower(word.replace("\"", ""));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
