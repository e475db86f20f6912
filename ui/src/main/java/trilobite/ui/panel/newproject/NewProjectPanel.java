// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.Window;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the New project page.
public final class NewProjectPanel implements Panel {

  private static final String ID = "new-project";

  private Optional<NewProjectView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo(ID, "New project", "ci-add", Place.PAGE, 15, "");
  }

  @Override
  public void announce(Desk desk) {
    // In place of "Open New project".
    desk.commands()
        .add(Command.always("view." + ID, "New project…", "ci-add", "", () -> desk.reveal(ID)));
  }

  @Override
  public Node open(Desk desk) {
    var opened =
        new NewProjectView(desk, Path.of(System.getProperty("user.home")), NewProjectPanel::choose);
    view = Optional.of(opened);
    return opened.node();
  }

  /// The system's own dialog.
  private static Path choose(Path from) {
    var chooser = new DirectoryChooser();
    chooser.setTitle("Where the project's folder is made");
    var start = from.toFile();
    while (start != null && !start.isDirectory()) {
      start = start.getParentFile();
    }
    chooser.setInitialDirectory(start);
    var owner = Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
    var chosen = chooser.showDialog(owner);
    return chosen == null ? from : chosen.toPath();
  }

  @Override
  public void shown(boolean visible) {
    if (visible) {
      view.ifPresent(NewProjectView::look);
    }
  }

  @Override
  public void focus() {
    view.ifPresent(NewProjectView::focusMain);
  }
}
