// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One column that rows are sorted by.
///
/// @param column its machine name
public record GridOrder(String column, boolean descending) {

  /// Compares by the first of `orders`, then the next; a column that is not there counts for
  /// nothing. Rows without a value come last in both directions.
  static <R> Comparator<R> comparator(List<GridOrder> orders, List<GridColumn<R>> columns) {
    Comparator<R> all = (_, _) -> 0;
    for (var order : orders) {
      for (var column : columns) {
        if (column.name().equals(order.column())) {
          all = all.thenComparing((a, b) -> order.compare(column.raw(a), column.raw(b)));
        }
      }
    }
    return all;
  }

  private int compare(Optional<Object> a, Optional<Object> b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Boolean.compare(a.isEmpty(), b.isEmpty());
    }
    int up = values(a.get(), b.get());
    return descending ? -up : up;
  }

  private static int values(Object a, Object b) {
    return switch (a) {
      case Long one when b instanceof Long other -> Long.compare(one, other);
      case Number one when b instanceof Number other ->
          Double.compare(one.doubleValue(), other.doubleValue());
      case Object one -> text(one.toString(), b.toString());
    };
  }

  /// Names that end in a number are in the order of these: worker-2 before worker-10.
  private static int text(String a, String b) {
    int digitsA = digits(a);
    int digitsB = digits(b);
    var stemA = a.substring(0, a.length() - digitsA);
    var stemB = b.substring(0, b.length() - digitsB);
    if (digitsA == 0 || digitsB == 0 || !stemA.equalsIgnoreCase(stemB)) {
      return a.compareToIgnoreCase(b);
    }
    return Long.compare(
        Long.parseLong(a.substring(stemA.length())), Long.parseLong(b.substring(stemB.length())));
  }

  private static int digits(String text) {
    int count = 0;
    while (count < 15 && count < text.length()) {
      char c = text.charAt(text.length() - 1 - count);
      if (c < '0' || c > '9') {
        break;
      }
      count++;
    }
    return count;
  }
}
