// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.SqlValue;
import trilobite.model.time.SeriesInfo;
import trilobite.model.time.Timeline;

/// One numeric column over time while a query is repeated: a line for each of the first rows, named
/// by their first text. Pure; one thread.
final class QueryChart {

  private static final int MOST_LINES = 7;

  private final Map<String, Timeline> lines = new LinkedHashMap<>();
  private String column = "";

  /// Numeric columns of an answer.
  static List<String> numeric(QueryAnswer answer) {
    var names = new ArrayList<String>();
    for (int i = 0; i < answer.columns().size(); i++) {
      if (numbers(answer, i)) {
        names.add(answer.columns().get(i));
      }
    }
    return List.copyOf(names);
  }

  private static boolean numbers(QueryAnswer answer, int column) {
    return !answer.rows().isEmpty()
        && answer.rows().stream()
            .map(row -> row.get(column))
            .allMatch(
                value ->
                    switch (value) {
                      case SqlValue.Whole ignored -> true;
                      case SqlValue.Real ignored -> true;
                      case SqlValue.Null ignored -> true;
                      case SqlValue.Text ignored -> false;
                      case SqlValue.Bytes ignored -> false;
                    });
  }

  /// Begins anew with that column.
  void follow(String name) {
    if (!column.equals(name)) {
      column = name;
      lines.clear();
    }
  }

  void clear() {
    lines.clear();
  }

  /// @param t ms on the axis
  void add(double t, QueryAnswer answer) {
    var at = answer.columns().indexOf(column);
    if (at < 0) {
      return;
    }
    for (var row : answer.rows()) {
      var name = name(row, at);
      var line = lines.get(name);
      if (line == null && lines.size() < MOST_LINES) {
        line = new Timeline(new SeriesInfo("row-" + lines.size(), name, "", false));
        lines.put(name, line);
      }
      if (line != null) {
        switch (row.get(at)) {
          case SqlValue.Whole(var value) -> line.add(t, (double) value);
          case SqlValue.Real(var value) -> line.add(t, value);
          case SqlValue.Null ignored -> line.gap(t);
          case SqlValue.Text ignored -> line.gap(t);
          case SqlValue.Bytes ignored -> line.gap(t);
        }
      }
    }
  }

  private String name(List<SqlValue> row, int number) {
    for (int i = 0; i < row.size(); i++) {
      if (i != number && row.get(i) instanceof SqlValue.Text(var text)) {
        return text;
      }
    }
    return row.size() > 1 && number != 0 ? row.getFirst().text() : column;
  }

  Map<String, Timeline> lines() {
    return lines;
  }
}
