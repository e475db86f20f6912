// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.Optional;
import trilobite.model.time.Series;

/// One series of a graph.
///
/// @param id stable name within the graph
/// @param title in the legend
/// @param series what to draw; counters come as a [RateSeries], except for [Style#EVENTS]
/// @param colour 1 to 7, or 0 for the colour of "other"
/// @param companion a second figure in the legend, such as bytes a second beside packets
public record Trace(
    String id,
    String title,
    Series series,
    int colour,
    Style style,
    Side side,
    Optional<Companion> companion) {

  /// How a series is drawn.
  public enum Style {
    LINE,
    /// A line over a tinted area.
    AREA,
    /// An area that stands on the trace before it.
    STACKED,
    BARS,
    /// A dashed line that the others are measured against.
    LIMIT,
    /// Dashed over hatching: an earlier run, shown while there is none.
    GHOST,
    /// Growth of a counter as triangles with its amount.
    EVENTS
  }

  /// Where a series hangs: above zero, or mirrored below it.
  public enum Side {
    UP,
    DOWN
  }

  /// Another view of the same thing.
  public record Companion(Series series, Quantity quantity) {}

  public static Trace of(String id, String title, Series series, int colour, Style style) {
    return new Trace(id, title, series, colour, style, Side.UP, Optional.empty());
  }

  public Trace mirrored() {
    return new Trace(id, title, series, colour, style, Side.DOWN, companion);
  }

  public Trace with(Series other, Quantity quantity) {
    return new Trace(
        id, title, series, colour, style, side, Optional.of(new Companion(other, quantity)));
  }

  boolean drawn() {
    return style != Style.EVENTS;
  }
}
