// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;
import java.util.function.ToDoubleFunction;
import trilobite.model.time.Series;

/// What one graph shows.
///
/// @param id stable name, such as `cpu`
/// @param subtitle a few words after the title: what is counted, in which unit
/// @param floor the axis reaches at least to this value
/// @param traces in legend order, which is the order of stacking
/// @param headline the one number at the right of the title
public record GraphSpec(
    String id,
    String title,
    String subtitle,
    Quantity quantity,
    double floor,
    List<Trace> traces,
    Headline headline) {

  /// Writes the headline from the value of each trace, NaN where it is unknown.
  @FunctionalInterface
  public interface Headline {
    String text(ToDoubleFunction<String> valueOf);
  }

  public GraphSpec {
    traces = List.copyOf(traces);
  }

  List<Series> series() {
    return traces.stream().map(Trace::series).toList();
  }

  boolean mirrored() {
    return traces.stream().anyMatch(trace -> trace.side() == Trace.Side.DOWN);
  }
}
