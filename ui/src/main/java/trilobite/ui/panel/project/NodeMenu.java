// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCombination;
import trilobite.model.job.Job;
import trilobite.ui.control.Icons;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Toast;

/// What can be done with a file or folder of the tree.
final class NodeMenu {

  private NodeMenu() {}

  static ContextMenu of(Desk desk, Row row, ProjectView.Actions actions, TreeEditing edits) {
    var path = row.node().path();
    var menu = new ContextMenu();
    if (NodeIcons.text(row.node().kind())) {
      menu.getItems()
          .add(item("ci-code", "Open", () -> desk.session().openFile(path, Optional.empty())));
      menu.getItems().add(item("ci-launch", "Open in your own editor", () -> launch(desk, path)));
    }
    menu.getItems().add(item("ci-copy", "Copy path", () -> copy(path.toString())));
    menu.getItems()
        .add(
            item(
                "ci-copy", "Copy path from the project's folder", () -> copy(shorter(desk, path))));
    menu.getItems().add(item("ci-folder", "Show in the file manager", () -> edits.reveal(path)));
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems()
        .add(
            keyed(
                item("ci-document-add", "New file…", () -> actions.create(Optional.of(row), false)),
                "Alt+Insert"));
    menu.getItems()
        .add(
            keyed(
                item("ci-folder-add", "New folder…", () -> actions.create(Optional.of(row), true)),
                "Alt+Shift+Insert"));
    if (row.depth() > 0) {
      menu.getItems().add(keyed(item("ci-edit", "Rename…", () -> actions.rename(row)), "F2"));
      menu.getItems()
          .add(
              keyed(item("ci-trash-can", "Move to the trash", () -> actions.trash(row)), "Delete"));
    }
    return menu;
  }

  private static void launch(Desk desk, Path path) {
    desk.background(
        new Job<>(
            "Open " + path.getFileName() + " in your own editor",
            _ -> {
              desk.workbench().workspace().openExternally(path, 1);
              return true;
            }),
        _ -> {},
        failure ->
            desk.toast(
                Toast.error(
                    "Your editor was not started",
                    Optional.ofNullable(failure.getMessage()).orElse(""))));
  }

  private static String shorter(Desk desk, Path path) {
    return desk.session()
        .project()
        .get()
        .map(OpenProject::folder)
        .filter(path::startsWith)
        .map(root -> root.relativize(path).toString())
        .orElse(path.toString());
  }

  private static void copy(String text) {
    var content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// The tree itself hears the key; the menu only tells it.
  private static MenuItem keyed(MenuItem item, String key) {
    item.setAccelerator(KeyCombination.valueOf(key));
    return item;
  }

  private static MenuItem item(String icon, String title, Runnable run) {
    var item = new MenuItem(title, Icons.of(icon));
    item.setOnAction(_ -> run.run());
    return item;
  }
}
