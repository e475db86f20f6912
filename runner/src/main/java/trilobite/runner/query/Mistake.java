// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.query;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sqlite.SQLiteException;
import trilobite.model.check.Suggestion;
import trilobite.model.guest.View;
import trilobite.model.query.QueryException;
import trilobite.runner.query.SqlText.Token;

/// Says what is wrong with a query, where, and what was probably meant. SQLite names the word; its
/// place is found by asking about the query up to each such word: the parser stops at the first one
/// that does not fit.
///
/// @param complaint what SQLite says about a text, empty where it accepts it
record Mistake(List<View<?>> views, Function<String, Optional<String>> complaint) {

  private static final Pattern NEAR =
      Pattern.compile("near \"(.*)\": syntax error", Pattern.DOTALL);
  private static final Pattern NO_TABLE = Pattern.compile("no such table: (.*)");
  private static final Pattern NO_COLUMN =
      Pattern.compile("(?:no such column|ambiguous column name): (.*)");

  QueryException of(SqlText sql, SQLException e) {
    var said = words(e);
    var near = NEAR.matcher(said);
    if (near.matches()) {
      return new QueryException(
          "“" + near.group(1) + "” does not fit here", near(sql, near.group(1), said));
    }
    var table = NO_TABLE.matcher(said);
    if (table.matches()) {
      var names = views.stream().map(View::name).toList();
      var nearest = Suggestion.nearest(last(table.group(1)), names);
      return new QueryException(
          "there is no table " + table.group(1) + "." + choice(nearest, names),
          place(sql, table.group(1)));
    }
    var column = NO_COLUMN.matcher(said);
    if (column.matches()) {
      var names = columns(sql);
      var ambiguous = said.startsWith("ambiguous");
      return new QueryException(
          ambiguous
              ? "several tables have a column " + column.group(1) + ": say which"
              : "there is no column "
                  + column.group(1)
                  + "."
                  + choice(Suggestion.nearest(last(column.group(1)), names), names),
          place(sql, column.group(1)));
    }
    var end = said.equals("incomplete input");
    return new QueryException(
        end ? "the query stops in the middle" : said,
        end ? OptionalInt.of(sql.text().length()) : OptionalInt.empty());
  }

  /// SQLite's own words, without those that the driver puts around them.
  static String words(SQLException e) {
    var said = String.valueOf(e.getMessage());
    if (e instanceof SQLiteException) {
      said = said.replaceFirst("^\\[SQLITE_\\w+\\]\\s*[^(]*\\((.*)\\)$", "$1");
    }
    return said.strip();
  }

  private static String choice(Optional<String> nearest, Collection<String> names) {
    return nearest.isPresent()
        ? Suggestion.question(nearest)
        : " There are: " + String.join(", ", names);
  }

  private OptionalInt near(SqlText sql, String word, String said) {
    for (var token : sql.tokens()) {
      if (token.text().equals(word)) {
        var upTo = complaint.apply(sql.text().substring(0, token.end()));
        if (upTo.filter(said::equals).isPresent()) {
          return OptionalInt.of(token.start());
        }
      }
    }
    return OptionalInt.empty();
  }

  /// Where a name stands, `t.name` as one.
  private static OptionalInt place(SqlText sql, String name) {
    var wanted = last(name);
    var qualified = name.contains(".");
    for (var i = 0; i < sql.tokens().size(); i++) {
      var token = sql.tokens().get(i);
      var afterDot = i > 1 && sql.tokens().get(i - 1).text().equals(".");
      if (token.name().equals(wanted)
          && (!qualified || (afterDot && sql.tokens().get(i - 2).name().equals(first(name))))) {
        return OptionalInt.of(token.start());
      }
    }
    return OptionalInt.empty();
  }

  private static String first(String name) {
    return name.substring(0, name.indexOf('.')).toLowerCase(Locale.ROOT);
  }

  private static String last(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /// Columns of the tables that the query names, or of all.
  private Set<String> columns(SqlText sql) {
    var words = sql.tokens().stream().map(Token::name).collect(Collectors.toSet());
    var named = views.stream().filter(view -> words.contains(view.name())).toList();
    var names = new TreeSet<String>();
    for (var view : named.isEmpty() ? views : named) {
      view.table().columns().forEach(column -> names.add(column.name()));
    }
    return names;
  }
}
