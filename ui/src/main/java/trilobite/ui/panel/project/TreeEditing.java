// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.check.Severity;
import trilobite.model.job.Job;
import trilobite.model.port.Workspace;
import trilobite.model.workspace.Trashed;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Toast;

/// New files and folders, other names, and the trash: asks for what is needed, does it in a job and
/// shows what went wrong where it was asked. JavaFX thread.
final class TreeEditing {

  private final Desk desk;
  private final ProjectView view;
  private final Changed changed;

  /// Hears what there is now.
  @FunctionalInterface
  interface Changed {
    void now(Path entry);
  }

  TreeEditing(Desk desk, ProjectView view, Changed changed) {
    this.desk = desk;
    this.view = view;
    this.changed = changed;
  }

  /// Asks for a new file or folder in the row's folder, or beside the row's file.
  void create(Path root, Optional<Row> beside, boolean folder) {
    var where = beside.map(TreeEditing::folder).orElse(root);
    view.ask(
        (folder ? "New folder in " : "New file in ") + where.getFileName(),
        "",
        0,
        name ->
            attempt(
                "Make " + name,
                name,
                workspace -> {
                  var made = where.resolve(name);
                  if (folder) {
                    workspace.createFolder(root, made);
                  } else {
                    workspace.createFile(root, made);
                  }
                  return made;
                },
                made -> {
                  changed.now(made);
                  if (!folder) {
                    desk.session().openFile(made, Optional.empty());
                  }
                }));
  }

  void rename(Path root, Row row) {
    if (row.depth() == 0) {
      return;
    }
    var from = row.node().path();
    int dot = row.folder() ? -1 : row.name().lastIndexOf('.');
    view.ask(
        "New name of " + row.name(),
        row.name(),
        dot > 0 ? dot : row.name().length(),
        name -> {
          if (name.equals(row.name())) {
            view.answered();
            return;
          }
          attempt(
              "Rename " + row.name(),
              name,
              workspace -> {
                var to = from.resolveSibling(name);
                workspace.move(root, from, to);
                return to;
              },
              to -> {
                desk.session().moved(from, to);
                changed.now(to);
              });
        });
  }

  /// No question: it can be taken back.
  void trash(Path root, Row row) {
    if (row.depth() == 0) {
      return;
    }
    var path = row.node().path();
    var parent = Optional.ofNullable(path.getParent()).orElse(root);
    desk.background(
        new Job<>(
            "Move " + row.name() + " to the trash",
            _ -> desk.workbench().workspace().trash(root, path)),
        trashed -> {
          changed.now(parent);
          desk.toast(
              new Toast(
                  Severity.INFO,
                  row.name() + " is in the trash",
                  "",
                  List.of(new Toast.Action("Undo", () -> restore(trashed)))));
        },
        failure -> desk.toast(Toast.error("Nothing was deleted", words(failure))));
  }

  private void restore(Trashed trashed) {
    desk.background(
        new Job<>(
            "Bring back " + trashed.original().getFileName(),
            _ -> {
              desk.workbench().workspace().restore(trashed);
              return trashed.original();
            }),
        changed::now,
        failure -> desk.toast(Toast.error("It is still in the trash", words(failure))));
  }

  void reveal(Path entry) {
    desk.background(
        new Job<>(
            "Show " + entry.getFileName() + " in the file manager",
            _ -> {
              desk.workbench().workspace().reveal(entry);
              return true;
            }),
        _ -> {},
        failure -> desk.toast(Toast.error("No file manager was started", words(failure))));
  }

  /// A change of the tree.
  private interface Step {
    Path run(Workspace workspace) throws IOException;
  }

  private void attempt(String job, String name, Step step, java.util.function.Consumer<Path> done) {
    if (name.indexOf('\0') >= 0) {
      view.refuse("This is no name for a file.");
      return;
    }
    desk.background(
        new Job<>(job, _ -> step.run(desk.workbench().workspace())),
        path -> {
          view.answered();
          done.accept(path);
        },
        failure -> view.refuse(words(failure)));
  }

  private static Path folder(Row row) {
    var path = row.node().path();
    return row.folder() ? path : Optional.ofNullable(path.getParent()).orElse(path);
  }

  private static String words(Throwable failure) {
    return Optional.ofNullable(failure.getMessage()).orElse("");
  }
}
