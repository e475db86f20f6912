// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import trilobite.model.guest.PacketRow;
import trilobite.ui.control.Icons;

/// What a right click on the list, or the menu key, offers for the selected packets and for the one
/// that is looked at.
final class PacketMenu {

  private final ContextMenu menu = new ContextMenu();
  private final PacketChoice choice;
  private final PacketActions actions;
  private final PacketCopy copy;
  private final PacketDetail.Ways ways;

  PacketMenu(PacketChoice choice, PacketActions actions, PacketCopy copy, PacketDetail.Ways ways) {
    this.choice = choice;
    this.actions = actions;
    this.copy = copy;
    this.ways = ways;
  }

  void on(PacketSheet sheet) {
    sheet.setOnContextMenuRequested(
        event -> {
          fill();
          menu.show(sheet, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  private void fill() {
    var some = choice.selected();
    var looked = choice.looked();
    menu.getItems()
        .setAll(
            item("ci-copy", "Copy", "Shortcut+C", some.isEmpty(), () -> copy.tsv(some)),
            item(
                "ci-copy",
                "Copy as JSON",
                "Shortcut+Shift+C",
                some.isEmpty(),
                () -> copy.json(some)),
            item("", "Select all shown", "Shortcut+A", false, choice::all),
            new SeparatorMenuItem(),
            item(
                "ci-export",
                "Export selected as pcapng…",
                "Shortcut+Shift+E",
                some.isEmpty(),
                () -> actions.export(some)),
            item(
                "ci-export",
                "Export all shown as pcapng…",
                "Shortcut+E",
                false,
                () -> actions.export(Selected.ALL)),
            new SeparatorMenuItem(),
            way("ci-plug", "Show its connection", looked, ways::connection),
            way("ci-parent-child", "Show its thread", looked, ways::thread),
            way("ci-data-structured", "Follow its stream", looked, ways::stream));
  }

  private static MenuItem way(
      String icon, String words, Optional<PacketRow> looked, Consumer<PacketRow> way) {
    return item(
        icon,
        words,
        "",
        looked.flatMap(row -> row.flow().stream().boxed().findFirst()).isEmpty(),
        () -> looked.ifPresent(way));
  }

  private static MenuItem item(
      String icon, String words, String keys, boolean off, Runnable action) {
    var item = new MenuItem(words);
    if (!icon.isEmpty()) {
      item.setGraphic(Icons.of(icon));
    }
    if (!keys.isEmpty()) {
      item.setAccelerator(KeyCombination.valueOf(keys));
    }
    item.setDisable(off);
    item.setOnAction(_ -> action.run());
    return item;
  }
}
