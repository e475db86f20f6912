// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import trilobite.model.job.Job;
import trilobite.ui.command.CommandTable;
import trilobite.ui.control.Icons;
import trilobite.ui.panel.Desk;

/// The project's name and, below it, the way to others.
final class ProjectMenu extends MenuButton {

  /// What a name has room for in any bar, in letters' widths, with its arrow.
  private static final double SHORT_NAME = 10;

  private static final int MOST = 10;

  private final Desk desk;
  private final CommandTable commands;

  ProjectMenu(Desk desk, CommandTable commands) {
    this.desk = desk;
    this.commands = commands;
    setId("project-menu");
    setMnemonicParsing(false);
    getStyleClass().addAll("flat", "tri-project");
    setAccessibleText("Project");
    setText("No project");
    setOnShowing(_ -> refresh());
    fill(List.of());
  }

  /// A name that is not long is shown whole.
  @Override
  protected double computeMinWidth(double height) {
    return Math.min(prefWidth(height), SHORT_NAME * getFont().getSize());
  }

  private void refresh() {
    desk.background(
        new Job<>("List recent projects", _ -> desk.workbench().projects().recent()),
        this::fill,
        _ -> fill(List.of()));
  }

  private void fill(List<Path> recent) {
    getItems().clear();
    for (var id : List.of("view.new-project", "project.open", "view.image")) {
      commands
          .find(id)
          .ifPresent(
              command -> {
                var item = new MenuItem(command.title() + "…", Icons.of(command.icon()));
                item.setOnAction(_ -> commands.run(id));
                getItems().add(item);
              });
    }
    if (!recent.isEmpty()) {
      getItems().add(new SeparatorMenuItem());
    }
    recent.stream().limit(MOST).forEach(folder -> getItems().add(item(folder, this::open)));
  }

  private void open(Path folder) {
    desk.session().openProject(folder);
  }

  private static MenuItem item(Path folder, Consumer<Path> open) {
    var item =
        new MenuItem(folder.getFileName() + "   " + folder.getParent(), Icons.of("ci-folder"));
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> open.accept(folder));
    return item;
  }
}
