// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/// Which rows a grid shows, in which order. While it is held, rows keep their places: what came is
/// at the end, what went stays and says so. JavaFX thread, but needs none of its controls.
final class GridModel<R> {

  private final List<GridColumn<R>> columns;
  private final Function<R, ?> key;
  private Map<GridRow.Key, GridRow<R>> all = new LinkedHashMap<>();
  private List<GridRow<R>> shown = List.of();
  private List<GridOrder> orders = List.of();
  private Predicate<R> fits = _ -> true;
  private Predicate<R> narrowed = _ -> true;
  private boolean held;

  GridModel(List<GridColumn<R>> columns, Function<R, ?> key) {
    this.columns = columns;
    this.key = key;
  }

  /// The rows in their present order.
  List<GridRow<R>> shown() {
    return shown;
  }

  /// How many there are, shown or not.
  int total() {
    return all.size();
  }

  /// Takes a reading in: rows that were there before are the same objects.
  void rows(List<R> next) {
    var counts = new HashMap<Object, Integer>();
    var now = new LinkedHashMap<GridRow.Key, GridRow<R>>();
    for (var value : next) {
      Object of = key.apply(value);
      var name = new GridRow.Key(of, counts.merge(of, 1, Integer::sum) - 1);
      var row = all.get(name);
      if (row == null) {
        row = new GridRow<>(name, value);
      } else {
        row.value().set(value);
      }
      now.put(name, row);
    }
    all = now;
    if (held) {
      shown = inPlace();
    } else {
      arrange();
    }
  }

  /// Keeps rows in their places, or lets them go to where they belong.
  void hold(boolean now) {
    held = now;
    if (!held) {
      arrange();
    }
  }

  void filter(Predicate<R> next) {
    fits = next;
    arrange();
  }

  /// A second filter, such as a pill that is pressed.
  void narrow(Predicate<R> next) {
    narrowed = next;
    arrange();
  }

  void order(List<GridOrder> next) {
    orders = List.copyOf(next);
    arrange();
  }

  private void arrange() {
    var next = new ArrayList<>(fitting());
    var by = GridOrder.comparator(orders, columns);
    next.sort((a, b) -> by.compare(a.get(), b.get()));
    next.forEach(row -> row.gone().set(false));
    shown = List.copyOf(next);
  }

  private List<GridRow<R>> fitting() {
    return all.values().stream()
        .filter(row -> fits.test(row.get()) && narrowed.test(row.get()))
        .toList();
  }

  private List<GridRow<R>> inPlace() {
    var next = new ArrayList<>(shown);
    for (var row : shown) {
      row.gone().set(all.get(row.key()) != row);
    }
    var there = new HashSet<>(shown);
    fitting().stream().filter(row -> !there.contains(row)).forEach(next::add);
    return List.copyOf(next);
  }
}
