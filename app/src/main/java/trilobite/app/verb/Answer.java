// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.console.GuestText;

/// Rows for people: columns as wide as their widest cell, numbers right-aligned, guest text escaped
/// where it goes to a terminal.
final class Answer {
  private final List<List<String>> rows = new ArrayList<>();

  Answer(String... headings) {
    rows.add(List.of(headings));
  }

  Answer row(Object... cells) {
    var texts = new ArrayList<String>();
    for (var cell : cells) {
      texts.add(String.valueOf(cell));
    }
    rows.add(texts);
    return this;
  }

  void print(Env env) {
    // Before anything is measured: what is written out is longer than what it stands for.
    var rows = env.terminal() ? visible() : this.rows;
    var columns = rows.getFirst().size();
    var widths = new int[columns];
    var numeric = new boolean[columns];
    for (int c = 0; c < columns; c++) {
      int column = c;
      widths[c] = rows.stream().mapToInt(r -> r.get(column).length()).max().orElse(0);
      numeric[c] =
          rows.size() > 1
              && rows.stream()
                  .skip(1)
                  .allMatch(
                      r ->
                          r.get(column)
                              .matches("[-–]|[\\d.,]+( (%|[KMG]iB|B|[KM]iB/s|B/s|ns|µs|ms|s))?"));
    }
    for (var row : rows) {
      var line = new StringBuilder();
      for (int c = 0; c < columns; c++) {
        var pad = " ".repeat(widths[c] - row.get(c).length());
        line.append(c == 0 ? "" : "  ").append(numeric[c] ? pad + row.get(c) : row.get(c) + pad);
      }
      env.out().println(line.toString().stripTrailing());
    }
  }

  private List<List<String>> visible() {
    return rows.stream().map(row -> row.stream().map(GuestText::visible).toList()).toList();
  }
}
