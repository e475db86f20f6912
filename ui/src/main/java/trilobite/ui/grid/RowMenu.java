// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import trilobite.ui.control.Icons;

/// What can be done with the row under the pointer, or with the selected one by the menu key; made
/// anew each time it opens.
final class RowMenu<R> {

  private final ContextMenu menu = new ContextMenu();
  private final Supplier<Optional<R>> selected;
  private final Function<R, List<RowAction>> actions;

  RowMenu(Supplier<Optional<R>> selected, Function<R, List<RowAction>> actions) {
    this.selected = selected;
    this.actions = actions;
  }

  void on(TableView<?> table) {
    table.setOnContextMenuRequested(
        event -> {
          // It comes before the press has selected anything.
          select(table, event);
          var entries = selected.get().map(actions).orElse(List.of());
          if (!entries.isEmpty()) {
            menu.getItems().setAll(entries.stream().map(RowMenu::item).toList());
            menu.show(table, event.getScreenX(), event.getScreenY());
          }
          event.consume();
        });
  }

  private static void select(TableView<?> table, ContextMenuEvent event) {
    var at = event.getTarget() instanceof Node node ? node : table;
    while (at != null && !(at instanceof TableRow) && !(at instanceof TableView)) {
      at = at.getParent();
    }
    if (at instanceof TableRow<?> row
        && !row.isEmpty()
        && !table.getSelectionModel().isSelected(row.getIndex())) {
      table.getSelectionModel().clearAndSelect(row.getIndex());
    }
  }

  private static MenuItem item(RowAction action) {
    var item = new MenuItem(action.words(), Icons.of(action.icon()));
    item.setOnAction(_ -> action.run().run());
    return item;
  }
}
