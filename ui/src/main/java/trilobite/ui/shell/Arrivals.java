// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import trilobite.model.job.Job;
import trilobite.ui.panel.Toast;
import trilobite.ui.session.WellKnown;

/// Files and folders that come to the window from outside: by the mouse or the command line. A
/// folder is opened as project, and so is the one of a project file; of any other file its page
/// says what it is.
final class Arrivals {

  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");
  private static final String PROJECT = "trilobite.toml";

  private final Shell shell;

  private Arrivals(Shell shell) {
    this.shell = shell;
  }

  /// Takes what is dropped anywhere on the window where nothing inside wants it.
  static void on(Node root, Shell shell) {
    var arrivals = new Arrivals(shell);
    root.setOnDragOver(
        event -> {
          if (arrivals.wants(event)) {
            event.acceptTransferModes(TransferMode.COPY_OR_MOVE);
            event.consume();
          }
        });
    root.setOnDragEntered(event -> root.pseudoClassStateChanged(DROPPING, arrivals.wants(event)));
    root.setOnDragExited(_ -> root.pseudoClassStateChanged(DROPPING, false));
    root.setOnDragDropped(
        event -> {
          if (arrivals.wants(event)) {
            arrivals.take(event);
            event.setDropCompleted(true);
            event.consume();
          }
        });
  }

  /// Files from another window; what is dragged within this one has its own targets.
  private boolean wants(DragEvent event) {
    return event.getDragboard().hasFiles() && !event.getDragboard().getFiles().isEmpty();
  }

  private void take(DragEvent event) {
    var files = event.getDragboard().getFiles();
    open(shell, files.getFirst().toPath());
    if (files.size() > 1) {
      shell.toast(
          Toast.warning("One file at a time", "The first of " + files.size() + " files is shown."));
    }
  }

  /// Opens a path as what it is. JavaFX thread; returns at once.
  static void open(Shell shell, Path path) {
    shell.background(
        new Job<>("Look at " + path.getFileName(), _ -> Files.isRegularFile(path)),
        file -> {
          if (!file) {
            shell.session().openProject(path);
          } else if (path.endsWith(PROJECT) && path.getParent() != null) {
            shell.session().openProject(path.getParent());
          } else {
            shell.reveal(WellKnown.IMAGE, path.toString());
          }
        },
        failure ->
            shell.toast(
                Toast.error(
                    "Cannot open " + path.getFileName(), String.valueOf(failure.getMessage()))));
  }
}
