// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import trilobite.model.time.Series;

/// Graphs as a table: one row for each moment at which any series has a sample, one column for each
/// series, an empty cell where it has none. Counters come as rates, as the graphs show them. Its
/// faces are text for files and the clipboard.
public final class GraphTable {

  private static final int MOST_ROWS = 500_000;

  private final List<Series> columns;
  private final SortedMap<Double, double[]> rows;
  private final WallTime wall;

  private GraphTable(List<Series> columns, SortedMap<Double, double[]> rows, WallTime wall) {
    this.columns = columns;
    this.rows = rows;
    this.wall = wall;
  }

  /// Walks the series at the finest resolution still held; at most 500,000 samples of each.
  public static GraphTable of(List<GraphSpec> graphs, TimeWindow window, WallTime wall) {
    var columns = new ArrayList<Series>();
    for (var graph : graphs) {
      for (var trace : graph.traces()) {
        columns.add(trace.series());
        trace.companion().ifPresent(other -> columns.add(other.series()));
      }
    }
    var rows = new TreeMap<Double, double[]>();
    for (int i = 0; i < columns.size(); i++) {
      for (var sample : columns.get(i).samples(window.from(), window.to(), MOST_ROWS)) {
        rows.computeIfAbsent(sample.t(), _ -> unknown(columns.size()))[i] = sample.value();
      }
    }
    return new GraphTable(columns, rows, wall);
  }

  private static double[] unknown(int count) {
    var values = new double[count];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  public int rows() {
    return rows.size();
  }

  public String csv() {
    return separated(",");
  }

  /// With tabs, as spreadsheets take it from the clipboard.
  public String tabbed() {
    return separated("\t");
  }

  private String separated(String between) {
    var text = new StringBuilder("time").append(between).append("run ms");
    columns.forEach(one -> text.append(between).append(cell(title(one))));
    text.append('\n');
    rows.forEach(
        (t, values) -> {
          text.append(wall.exact(t)).append(between).append(millis(t));
          for (double value : values) {
            text.append(between).append(Double.isNaN(value) ? "" : number(value));
          }
          text.append('\n');
        });
    return text.toString();
  }

  private static String title(Series series) {
    return series.info().id() + " (" + series.info().unit() + ")";
  }

  /// An array with an object a line, its keys the names of the series; `null` where one has no
  /// sample.
  public String json() {
    var lines = new StringJoiner(",\n", "[\n", "\n]\n").setEmptyValue("[]\n");
    rows.forEach((t, values) -> lines.add(object(t, values)));
    return lines.toString();
  }

  private String object(double t, double[] values) {
    var object = new StringJoiner(",", "{", "}");
    object.add("\"time\":" + quoted(wall.exact(t))).add("\"runMs\":" + millis(t));
    for (int i = 0; i < values.length; i++) {
      var value = Double.isFinite(values[i]) ? number(values[i]) : "null";
      object.add(quoted(columns.get(i).info().id()) + ":" + value);
    }
    return object.toString();
  }

  private static String millis(double t) {
    return String.format(Locale.ROOT, "%.3f", t);
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

  /// Names of series are ours and hold no control characters.
  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
