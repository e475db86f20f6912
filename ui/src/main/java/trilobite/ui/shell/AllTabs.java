// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Side;
import javafx.scene.Cursor;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.StackPane;
import trilobite.ui.control.Icons;

/// A button whose menu names every tab of a stack, for those that its strip has no room for.
final class AllTabs extends StackPane {

  private final ContextMenu menu = new ContextMenu();
  private final Button button =
      Icons.button("ci-overflow-menu-horizontal", "All tabs", "", this::open);
  private final List<Tab> tabs;
  private final Predicate<Tab> selected;
  private final Consumer<String> select;

  /// @param tabs the stack's own list, as it is whenever the menu opens
  AllTabs(List<Tab> tabs, Predicate<Tab> selected, Consumer<String> select) {
    this.tabs = tabs;
    this.selected = selected;
    this.select = select;
    getStyleClass().add("tri-tab-more");
    setCursor(Cursor.DEFAULT);
    getChildren().add(button);
  }

  private void open() {
    menu.getItems().setAll(tabs.stream().map(this::item).toList());
    menu.show(button, Side.BOTTOM, 0, 0);
  }

  private MenuItem item(Tab tab) {
    var badge = tab.badge().get();
    var words = badge.isEmpty() ? tab.title() : tab.title() + " (" + badge + ")";
    var item = new RadioMenuItem(words);
    // A file's name may hold an underscore, which would be taken for a mnemonic's mark.
    item.setMnemonicParsing(false);
    item.setId("all-tabs-" + tabs.indexOf(tab));
    item.setSelected(selected.test(tab));
    item.setOnAction(_ -> select.accept(tab.id()));
    return item;
  }
}
