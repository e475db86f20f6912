// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

/// What fits into a window of some width: the rules of the responsive layout.
///
/// @param left the left panel may be open
/// @param vitals the column at the right may be full
/// @param labels the top bar's buttons show their words
/// @param details the chip shows more than shape and word
/// @param search the search says what it finds, and its key
/// @param target the target is described, not only named
record Fit(
    boolean left, boolean vitals, boolean labels, boolean details, boolean search, boolean target) {

  static final double MIN_WIDTH = 1100;
  static final double MIN_HEIGHT = 700;

  private static final double LABELS = 1440;
  private static final double VITALS = 1400;
  private static final double LEFT = 1200;
  private static final double DETAILS = 1160;
  private static final double SEARCH = 800;
  private static final double TARGET = 960;

  /// @param width of the window, in px
  /// @param scale UI scale: twice as large text fits into half as many words
  static Fit at(double width, double scale) {
    double room = width / scale;
    return new Fit(
        room >= LEFT,
        room >= VITALS,
        room >= LABELS,
        room >= DETAILS,
        room >= SEARCH,
        room >= TARGET);
  }
}
