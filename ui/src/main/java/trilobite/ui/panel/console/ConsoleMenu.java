// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import trilobite.ui.control.Icons;

/// What a right click on the lines offers.
final class ConsoleMenu {

  private final ContextMenu menu = new ContextMenu();
  private final CheckMenuItem wrap = new CheckMenuItem("Wrap long lines");
  private final ConsoleLines lines;

  ConsoleMenu(ConsoleView view, ConsoleLines lines, RawInput raw) {
    this.lines = lines;
    wrap.setOnAction(_ -> lines.view().wrap(wrap.isSelected()));
    menu.getItems()
        .addAll(
            item("ci-copy", "Copy", view::copy),
            item("ci-paste", "Paste to the guest", raw::paste),
            item("", "Select all", lines.selecting()::selectAll),
            new SeparatorMenuItem(),
            wrap,
            item("ci-clean", "Clear view", view::clear),
            item("", "Show cleared lines again", this::reload),
            new SeparatorMenuItem(),
            item("ci-save", "Save console as…", view::save));
  }

  void show(ContextMenuEvent event) {
    wrap.setSelected(lines.view().wraps());
    menu.show(lines.view(), event.getScreenX(), event.getScreenY());
    event.consume();
  }

  private void reload() {
    lines.shown().ifPresent(console -> console.feed().reload());
  }

  private static MenuItem item(String icon, String text, Runnable action) {
    var item = new MenuItem(text);
    if (!icon.isEmpty()) {
      item.setGraphic(Icons.of(icon));
    }
    item.setOnAction(_ -> action.run());
    return item;
  }
}
