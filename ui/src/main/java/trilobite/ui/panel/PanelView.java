// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

/// What a panel's view is asked by its door. JavaFX thread.
public interface PanelView {

  /// It came to the front or disappeared behind another.
  default void shown(boolean visible) {}

  /// Puts the keyboard focus on its main control.
  void focusMain();

  /// Shows one thing among many; as [Panel#seek] takes it.
  default void seek(String what) {}

  /// Ends its subscriptions.
  void close();
}
