// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Asks where a file is to be saved. Small, because the real one is the desktop's own dialog, which
/// no test can press.
@FunctionalInterface
public interface FileChoice {

  /// The desktop's dialog.
  FileChoice NATIVE =
      (owner, name, ending) -> {
        var chooser = new FileChooser();
        chooser.setTitle("Save");
        chooser.setInitialFileName(name);
        chooser
            .getExtensionFilters()
            .add(
                new FileChooser.ExtensionFilter(
                    ending.toUpperCase(java.util.Locale.ROOT), "*." + ending));
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
      };

  /// JavaFX thread; empty where the user thought better of it.
  Optional<Path> choose(Window owner, String name, String ending);
}
