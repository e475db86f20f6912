// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import javafx.geometry.Insets;

/// Margins that all graphs of a column share, so that one time stands at one place in all of them.
final class PlotLayout {

  static final Insets BARE = Insets.EMPTY;

  private PlotLayout() {}

  /// Around the curves of a labelled graph: the right margin holds the numbers of the grid lines.
  ///
  /// @param textScale of those numbers
  static Insets labelled(double textScale) {
    return new Insets(4, Math.round(54 * textScale), 4, Math.round(12 * textScale));
  }
}
