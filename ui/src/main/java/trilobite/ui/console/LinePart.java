// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

/// A piece of behaviour that a [LineView] can do with or without. JavaFX thread.
public interface LinePart {

  /// Adds itself to a view; once.
  void install(LineView view);

  /// Takes back everything that [#install] did.
  void uninstall();
}
