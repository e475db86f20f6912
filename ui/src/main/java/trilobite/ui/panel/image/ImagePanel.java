// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.image;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the page on one image.
public final class ImagePanel implements Panel {

  private static final String ID = "image";

  private Optional<ImageView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo(ID, "Image", "ci-chip", Place.PAGE, 16, "");
  }

  @Override
  public void announce(Desk desk) {
    desk.commands()
        .add(
            Command.always(
                "view." + ID,
                "Open an image",
                "ci-chip",
                "Shortcut+Shift+O",
                () -> choose().ifPresent(file -> desk.reveal(ID, file.toString()))));
  }

  /// The system's own dialog.
  private static Optional<Path> choose() {
    var chooser = new FileChooser();
    chooser.setTitle("Open an image");
    var owner = Window.getWindows().stream().filter(Window::isFocused).findFirst().orElse(null);
    return Optional.ofNullable(chooser.showOpenDialog(owner)).map(java.io.File::toPath);
  }

  @Override
  public Node open(Desk desk) {
    var opened = new ImageView(desk);
    view = Optional.of(opened);
    return opened.node();
  }

  @Override
  public void focus() {
    view.ifPresent(ImageView::focusMain);
  }

  /// @param what the image's file, as a path
  @Override
  public void seek(String what) {
    try {
      var file = Path.of(what);
      view.ifPresent(opened -> opened.look(file));
    } catch (InvalidPathException notAPath) {
      view.ifPresent(opened -> opened.failed(what, "this is no path of this system"));
    }
  }
}
