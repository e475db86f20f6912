// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.nio.file.Path;
import org.reactfx.Subscription;
import trilobite.ui.panel.Desk;

/// Puts the text of the open project's `trilobite.toml` in force while it is typed, so that form,
/// command line and checks follow.
final class ProjectText implements EditorComponent {
  private final Desk desk;
  private final Path file;
  private Subscription typing = () -> {};

  ProjectText(Desk desk, Path file) {
    this.desk = desk;
    this.file = file;
  }

  @Override
  public void install(EditorFrame frame) {
    typing =
        frame.whenCalm(
            () -> {
              if (isProjectFile()) {
                desk.session().edited(frame.area().getText());
              }
            });
  }

  private boolean isProjectFile() {
    return desk.session()
        .project()
        .get()
        .filter(p -> p.folder().resolve("trilobite.toml").equals(file))
        .isPresent();
  }

  @Override
  public void uninstall() {
    typing.unsubscribe();
  }
}
