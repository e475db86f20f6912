// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.FileEditors;
import trilobite.ui.panel.FileView;
import trilobite.ui.panel.OpenProject;

/// The editors of a window. When anything in the project's folder changes on disk, each looks
/// whether it was its file.
public final class CodeEditors implements FileEditors {
  private final Set<FileEditor> open = new LinkedHashSet<>();
  private Optional<Path> watched = Optional.empty();
  private Subscription watch = () -> {};

  @Override
  public void announce(Desk desk) {
    desk.session().project().addListener((o, before, now) -> follow(desk, now));
    follow(desk, desk.session().project().get());
  }

  private void follow(Desk desk, Optional<OpenProject> project) {
    var folder = project.map(OpenProject::folder);
    if (folder.equals(watched)) {
      return;
    }
    watched = folder;
    watch.close();
    watch = () -> {};
    folder.ifPresent(
        path ->
            desk.background(
                new Job<>(
                    "Watch " + path.getFileName(),
                    job -> desk.workbench().workspace().watch(path, () -> Fx.run(this::look))),
                started -> watch = started,
                // Without a watch, a conflict is still found when saving.
                failure -> {}));
  }

  private void look() {
    open.forEach(FileEditor::diskChanged);
  }

  @Override
  public FileView open(Path file, Desk desk) {
    var editor = new FileEditor(desk, file, open::remove);
    open.add(editor);
    return editor;
  }
}
