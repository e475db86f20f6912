// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;
import trilobite.model.console.GuestText;
import trilobite.model.guest.View;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryAnswer.TableUse;
import trilobite.model.query.SqlType;
import trilobite.model.query.SqlValue;
import trilobite.model.table.CellText;
import trilobite.model.table.TableText;

/// How the answer of a query is printed.
final class SqlPrint {
  private static final double MOST_EXACT = 1e15;

  @Option(names = "--json", description = "one JSON object a row")
  private boolean json;

  @Option(names = "--csv", description = "comma-separated values, headings first")
  private boolean csv;

  @Option(
      names = "--meta",
      description = "with --json: first an object that says where and when each table was read")
  private boolean meta;

  private boolean headed;

  void answer(Env env, QueryAnswer answer) {
    if (json) {
      if (meta) {
        env.out().println(meta(answer));
      }
      var rows = TableText.json(answer.table().columns(), answer.rows());
      rows.lines().forEach(env.out()::println);
    } else if (csv) {
      var lines = TableText.csv(answer.table().columns(), answer.rows());
      // Read again, the rows go on below the same headings.
      env.out().print(headed ? lines.substring(lines.indexOf('\n') + 1) : lines);
      headed = true;
    } else {
      var table = new Answer(answer.columns().toArray(String[]::new));
      answer.rows().forEach(row -> table.row(words(answer, row)));
      table.print(env);
    }
    told(env, answer);
  }

  private static void told(Env env, QueryAnswer answer) {
    int rows = answer.rows().size();
    env.err()
        .println("%d %s in %d µs".formatted(rows, rows == 1 ? "row" : "rows", answer.costMicros()));
    for (var table : answer.tables()) {
      env.err().println("  " + GuestText.visible(told(table)));
    }
    answer
        .pausedMicros()
        .ifPresent(micros -> env.err().println("  the guest stood still for " + micros + " µs"));
    answer.cut().ifPresent(why -> env.err().println("not all: " + GuestText.visible(why)));
  }

  private static String told(TableUse table) {
    var reading = table.rows();
    return "%s: %d rows, read %d ms after start in %d µs with %d pauses: %s%s"
        .formatted(
            table.name(),
            reading.value(),
            reading.takenAt(),
            reading.costMicros(),
            reading.pauses(),
            reading.source().detail(),
            table.cut().map(why -> "; not all: " + why).orElse(""));
  }

  private static Json meta(QueryAnswer answer) {
    var tables =
        answer.tables().stream()
            .map(
                table ->
                    new Json()
                        .put("table", table.name())
                        .put("rows", table.rows().value())
                        .provenance(table.rows())
                        .put("cut", table.cut())
                        .map())
            .toList();
    return Json.event("query")
        .put("rows", answer.rows().size())
        .put("cut", answer.cut())
        .put("costUs", answer.costMicros())
        .put("pausedUs", answer.pausedMicros())
        .put("tables", tables);
  }

  private static Object[] words(QueryAnswer answer, List<SqlValue> row) {
    var words = new Object[row.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] =
          answer.addresses().contains(answer.columns().get(i))
              ? CellText.of(row.get(i).cell(), "address")
              : words(row.get(i));
    }
    return words;
  }

  /// A null must not look like an empty text.
  private static String words(SqlValue value) {
    return switch (value) {
      case SqlValue.Null() -> CellText.of(Optional.empty(), "");
      case SqlValue.Real(var number) when Double.isFinite(number) -> rounded(number);
      case SqlValue other -> CellText.of(other.text(), "");
    };
  }

  private static String rounded(double number) {
    if (number == Math.rint(number) && Math.abs(number) < MOST_EXACT) {
      return Long.toString((long) number);
    }
    var digits = new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros();
    return digits.scale() < 0 || digits.scale() > 9 ? digits.toString() : digits.toPlainString();
  }

  void schema(Env env, List<View<?>> tables) {
    if (json) {
      tables.forEach(view -> env.out().println(schema(view)));
      return;
    }
    for (var view : tables) {
      env.out().println(view.name() + ": " + view.about());
      for (var column : view.table().columns()) {
        env.out()
            .println(
                "  %-16s %-8s %-8s %s"
                    .formatted(
                        column.name(),
                        SqlType.of(column.type()).word(),
                        column.unit(),
                        column.meaning())
                    .stripTrailing());
      }
    }
  }

  private static Json schema(View<?> view) {
    var columns =
        view.table().columns().stream()
            .map(
                column ->
                    new Json()
                        .put("name", column.name())
                        .put("type", SqlType.of(column.type()).word())
                        .put("unit", column.unit())
                        .put("meaning", column.meaning())
                        .map())
            .collect(Collectors.toList());
    return new Json().put("table", view.name()).put("about", view.about()).put("columns", columns);
  }
}
