// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.help;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Pages;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Commands;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The page of help: how to begin, what the signs mean, which keys there are.
public final class HelpPanel implements Panel {

  private static final PanelInfo INFO =
      new PanelInfo(
          "help", "Help", "ci-help", Place.FOOT, 20, "F1", "keyboard shortcuts, keys, manual");

  private Optional<FlowPane> keys = Optional.empty();
  private Optional<Commands> commands = Optional.empty();

  @Override
  public PanelInfo info() {
    return INFO;
  }

  @Override
  public Node open(Desk desk) {
    commands = Optional.of(desk.commands());
    var shortcuts = new FlowPane();
    shortcuts.getStyleClass().add("help-keys");
    keys = Optional.of(shortcuts);
    return Pages.page(
        HelpPanel.class,
        "/trilobite/ui/panel/help/help.css",
        "Help",
        Pages.section("The way of a project", steps()),
        Pages.section("What is shown, and where it comes from", sources()),
        Pages.section("Keys", shortcuts));
  }

  @Override
  public void shown(boolean visible) {
    if (visible) {
      commands.ifPresent(all -> keys.ifPresent(pane -> fill(pane, all)));
    }
  }

  private static VBox steps() {
    return new VBox(
        6,
        Pages.text(
            "A project is a folder with a trilobite.toml. It says how the image is built and how QEMU"
                + " is to boot it; the form and the text are two views of the same file."),
        Pages.text(
            "Build makes the image. A failed build leaves the last good image runnable, and says so."),
        Pages.text(
            "Run boots the chosen target. The guest is stopped at first, everything is connected, and"
                + " then it goes on, so that not even its first byte is lost."),
        Pages.text(
            "Each run is kept under Runs with its console, graphs, command line and result, until the"
                + " limit in Settings is reached."));
  }

  private static VBox sources() {
    return new VBox(
        6,
        Pages.text(
            "The guest is never asked and never changed. CPU comes from the host's accounting of QEMU,"
                + " memory from the host's side of the guest's RAM, the heap from the guest's own"
                + " allocator as it lies in that RAM, the network from a relay outside."),
        Pages.text(
            "A green dot beside a value says that the guest was not paused for it. What could not be"
                + " measured says why, in place of a number."),
        Pages.text(
            "Opening a project runs nothing of it. Before the first Build or Run of a project from"
                + " elsewhere you see what it would do on this machine, and decide."));
  }

  private static void fill(FlowPane keys, Commands all) {
    keys.getChildren()
        .setAll(
            all.all().stream()
                .filter(command -> !all.keys(command.id()).isEmpty())
                .map(command -> line(command, all.keys(command.id())))
                .toList());
  }

  private static Node line(Command command, String keys) {
    var key = new Label(keys);
    key.getStyleClass().add("tri-key");
    var holder = new HBox(key);
    holder.getStyleClass().add("help-key");
    var title = new Label(command.title());
    var line = new HBox(holder, title);
    line.getStyleClass().add("help-line");
    return line;
  }
}
