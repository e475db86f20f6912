// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks where a file is to be saved. Small, because the real one is the desktop's own dialog, which
/// only a test with a whole screen can press.
@FunctionalInterface
public interface FileChoice {

  /// The desktop's dialog.
  FileChoice NATIVE = new SaveDialog();

  /// JavaFX thread; empty where the user thought better of it.
  Optional<Path> choose(@Nullable Window owner, String name, String ending);

  /// The window that a node is in, or for one that is hidden now the window that has the keys.
  static @Nullable Window owner(Node node) {
    return node.getScene() != null
        ? node.getScene().getWindow()
        : Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
  }
}
