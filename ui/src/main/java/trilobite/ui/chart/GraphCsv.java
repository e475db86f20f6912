// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import trilobite.model.time.Series;

/// Graphs as a table: one row for each moment at which any series has a sample, one column for each
/// series, an empty cell where it has none. Counters come as rates, as the graphs show them.
public final class GraphCsv {

  private static final int MOST_ROWS = 500_000;

  private GraphCsv() {}

  /// Walks the series at the finest resolution still held; at most 500,000 samples of each.
  public static String of(List<GraphSpec> graphs, TimeWindow window, WallTime wall) {
    return table(graphs, window, wall, ",");
  }

  /// The same with tabs, as spreadsheets take it from the clipboard.
  public static String tabbed(List<GraphSpec> graphs, TimeWindow window, WallTime wall) {
    return table(graphs, window, wall, "\t");
  }

  private static String table(
      List<GraphSpec> graphs, TimeWindow window, WallTime wall, String between) {
    var titles = new ArrayList<String>();
    var columns = new ArrayList<Series>();
    for (var graph : graphs) {
      for (var trace : graph.traces()) {
        columns.add(trace.series());
        trace.companion().ifPresent(other -> columns.add(other.series()));
      }
    }
    columns.forEach(one -> titles.add(cell(one.info().id() + " (" + one.info().unit() + ")")));
    var rows = rows(columns, window);
    var text = new StringBuilder("time").append(between).append("run ms").append(between);
    text.append(String.join(between, titles)).append('\n');
    rows.forEach(
        (t, values) -> {
          text.append(wall.exact(t)).append(between).append(String.format(Locale.ROOT, "%.3f", t));
          for (double value : values) {
            text.append(between);
            if (!Double.isNaN(value)) {
              text.append(number(value));
            }
          }
          text.append('\n');
        });
    return text.toString();
  }

  private static SortedMap<Double, double[]> rows(List<Series> columns, TimeWindow window) {
    var rows = new TreeMap<Double, double[]>();
    for (int i = 0; i < columns.size(); i++) {
      for (var sample : columns.get(i).samples(window.from(), window.to(), MOST_ROWS)) {
        rows.computeIfAbsent(sample.t(), _ -> unknown(columns.size()))[i] = sample.value();
      }
    }
    return rows;
  }

  private static double[] unknown(int count) {
    var values = new double[count];
    java.util.Arrays.fill(values, Double.NaN);
    return values;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.4f", value);
  }

  /// Quoted where needed; a leading sign must not become a formula.
  private static String cell(String text) {
    boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;
    boolean special = text.indexOf(',') >= 0 || text.indexOf('"') >= 0;
    return formula || special ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
