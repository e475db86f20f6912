// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// The desktop's own dialog. It opens where something was saved last, first in the user's home: the
/// folder that the program was started from is often one of the system's. JavaFX thread only.
final class SaveDialog implements FileChoice {

  private File folder = new File(System.getProperty("user.home", ""));

  @Override
  public Optional<Path> choose(@Nullable Window owner, String name, String ending) {
    var chooser = new FileChooser();
    chooser.setTitle("Save");
    chooser.setInitialFileName(name);
    if (folder.isDirectory()) {
      chooser.setInitialDirectory(folder);
    }
    chooser
        .getExtensionFilters()
        .add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
    var chosen = Optional.ofNullable(chooser.showSaveDialog(owner));
    chosen.map(File::getParentFile).ifPresent(parent -> folder = parent);
    return chosen.map(File::toPath);
  }
}
