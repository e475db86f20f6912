// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.nio.file.Path;
import org.reactfx.Subscription;
import trilobite.model.job.Job;
import trilobite.ui.panel.Desk;

/// Marks the lines that differ from git HEAD, or from the saved file outside a repository.
final class Changes implements EditorComponent {
  private final Desk desk;
  private final Path file;
  private Subscription typing = () -> {};
  private long asked;

  Changes(Desk desk, Path file) {
    this.desk = desk;
    this.file = file;
  }

  @Override
  public void install(EditorFrame frame) {
    typing = frame.whenCalm(() -> compare(frame));
    compare(frame);
  }

  /// Compares again, for instance after a save.
  void compare(EditorFrame frame) {
    var text = frame.area().getText();
    long mine = ++asked;
    desk.background(
        new Job<>(
            "Compare " + file.getFileName(),
            job -> desk.workbench().workspace().changes(file, text)),
        changes -> {
          // An older answer must not overwrite a newer one.
          if (mine == asked) {
            frame.gutter().changes(changes);
          }
        },
        failure -> frame.gutter().changes(java.util.List.of()));
  }

  @Override
  public void uninstall() {
    typing.unsubscribe();
    asked++;
  }
}
