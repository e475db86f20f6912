// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;

/// Colours of a graph as opaque ARGB, resolved from the theme's tokens.
///
/// @param back behind everything
/// @param grid grid lines and hatching
/// @param limit limits, marks and zero lines
/// @param bad drops and crashes
/// @param good the ready mark
/// @param area opacity of a tinted area, 0 to 1
/// @param stack opacity of stacked areas
/// @param series colours 0 (other) to 7
record Palette(
    int back,
    int grid,
    int limit,
    int bad,
    int good,
    double area,
    double stack,
    List<Integer> series) {

  int series(int index) {
    return series.get(Math.floorMod(index, series.size()));
  }
}
