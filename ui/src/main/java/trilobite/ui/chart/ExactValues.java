// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.OptionalDouble;

/// All digits of the samples at one time, as a few lines of text.
final class ExactValues {

  private ExactValues() {}

  static String text(GraphSpec spec, double t, WallTime wall) {
    var text = new StringBuilder(wall.exact(t));
    var cursor = OptionalDouble.of(t);
    for (var trace : spec.traces()) {
      var quantity = trace.drawn() ? spec.quantity() : Quantity.COUNT;
      text.append('\n').append(trace.title()).append("  ");
      text.append(quantity.exact(Values.shown(trace.series(), cursor)));
      trace
          .companion()
          .ifPresent(
              other ->
                  text.append("  ")
                      .append(other.quantity().exact(Values.shown(other.series(), cursor))));
    }
    return text.toString();
  }
}
