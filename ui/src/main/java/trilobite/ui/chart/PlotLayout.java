// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import javafx.geometry.Insets;

/// Margins that all graphs of a column share, so that one time stands at one place in all of them.
public final class PlotLayout {

  /// Around the curves of a labelled graph: the right margin holds the numbers of the grid lines.
  public static final Insets LABELLED = new Insets(4, 54, 4, 12);

  static final Insets BARE = Insets.EMPTY;

  private PlotLayout() {}
}
