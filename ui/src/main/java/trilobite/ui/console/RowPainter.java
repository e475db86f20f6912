// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

/// Adds something to each row in sight. JavaFX thread.
@FunctionalInterface
interface RowPainter {

  void paint(Brush brush, VisibleRow row);

  /// Before or after the text.
  enum Layer {
    BEHIND,
    OVER
  }
}
