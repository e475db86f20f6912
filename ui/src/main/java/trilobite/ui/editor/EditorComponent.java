// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

/// One ability of the editor, such as colours or the find bar. Installed once into a frame and
/// removed with it. JavaFX thread.
interface EditorComponent {

  void install(EditorFrame frame);

  /// Ends its subscriptions.
  void uninstall();
}
