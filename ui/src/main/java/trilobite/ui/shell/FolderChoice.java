// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.stage.DirectoryChooser;

/// The system's own dialog for choosing a folder.
final class FolderChoice {

  private FolderChoice() {}

  /// Opens the chosen folder as the window's project.
  static void open(Shell shell) {
    var chooser = new DirectoryChooser();
    chooser.setTitle("Open a project");
    shell
        .session()
        .project()
        .get()
        .flatMap(project -> Optional.ofNullable(project.folder().getParent()))
        .map(java.nio.file.Path::toFile)
        .filter(java.io.File::isDirectory)
        .ifPresent(chooser::setInitialDirectory);
    var window = shell.root().getScene().getWindow();
    Optional.ofNullable(chooser.showDialog(window))
        .ifPresent(folder -> shell.session().openProject(folder.toPath()));
  }
}
