// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;

/// Tabs above one shown content. Contents are asked for when their tab is first selected.
final class TabStack extends BorderPane {

  private final boolean closable;
  private final ObservableList<Tab> tabs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Optional<Tab>> selected =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final HBox heads = new HBox();
  private final HBox tools = new HBox();
  private final StackPane content = new StackPane();
  private Node empty = new StackPane();
  private Consumer<Tab> closing = this::remove;
  private Runnable leaving = () -> {};
  private final HeadStrip strip;
  private boolean inSight = true;

  /// @param kind `editor` or `tool`, for the look of the heads
  TabStack(String kind, boolean closable) {
    this.closable = closable;
    getStyleClass().addAll("tri-tabs", "tri-tabs-" + kind);
    heads.getStyleClass().add("tri-tab-heads");
    heads.setAccessibleRole(AccessibleRole.TAB_PANE);
    heads.addEventFilter(KeyEvent.KEY_PRESSED, this::arrow);
    tools.getStyleClass().add("tri-tab-tools");
    strip = new HeadStrip(heads, new AllTabs(tabs, this::isSelected, this::select));
    HBox.setHgrow(strip, Priority.ALWAYS);
    var top = new HBox(strip, tools);
    top.getStyleClass().add("tri-tab-top");
    setTop(top);
    setCenter(content);
    content.setMinSize(0, 0);
    content.getStyleClass().add("tri-panel");
    setMinSize(0, 0);
  }

  List<Tab> tabs() {
    return tabs;
  }

  ReadOnlyObjectProperty<Optional<Tab>> selected() {
    return selected.getReadOnlyProperty();
  }

  /// Nodes at the right end of the heads.
  HBox tools() {
    return tools;
  }

  /// Shown while there is no tab.
  void whenEmpty(Node node) {
    empty = node;
    show();
  }

  /// Asked when a tab's cross is pressed, in place of closing it.
  void onClose(Consumer<Tab> closing) {
    this.closing = closing;
  }

  /// Called before another tab takes the place of the selected one, except by [#jump].
  void leaving(Runnable action) {
    leaving = action;
  }

  Optional<Tab> find(String id) {
    return tabs.stream().filter(tab -> tab.id().equals(id)).findFirst();
  }

  void add(Tab tab) {
    insert(tabs.size(), tab);
  }

  void insert(int at, Tab tab) {
    tabs.add(at, tab);
    heads.getChildren().add(at, head(tab));
    if (selected.get().isEmpty()) {
      select(tab.id());
    }
  }

  /// Puts a tab where the one of the same id is; behind all where there is none.
  void replace(Tab tab) {
    var old = find(tab.id());
    if (old.isEmpty()) {
      add(tab);
      return;
    }
    int at = tabs.indexOf(old.get());
    tabs.set(at, tab);
    heads.getChildren().set(at, head(tab));
    if (isSelected(tab)) {
      old.get().content().shown(false);
      selected.set(Optional.of(tab));
      show();
    }
  }

  private TabHead head(Tab tab) {
    return new TabHead(tab, closable, () -> select(tab.id()), () -> closing.accept(tab));
  }

  void remove(Tab tab) {
    int index = tabs.indexOf(tab);
    if (index < 0) {
      return;
    }
    tabs.remove(index);
    heads.getChildren().remove(index);
    if (isSelected(tab)) {
      tab.content().shown(false);
      selected.set(
          tabs.isEmpty()
              ? Optional.empty()
              : Optional.of(tabs.get(Math.min(index, tabs.size() - 1))));
      show();
    }
  }

  void select(String id) {
    boolean another =
        find(id).isPresent() && selected.get().filter(tab -> !tab.id().equals(id)).isPresent();
    if (another) {
      leaving.run();
    }
    jump(id);
  }

  /// Selects a tab without telling that another one is left.
  void jump(String id) {
    find(id)
        .filter(tab -> !isSelected(tab))
        .ifPresent(
            tab -> {
              selected.get().ifPresent(old -> old.content().shown(false));
              selected.set(Optional.of(tab));
              show();
            });
  }

  /// Selects the tab `by` places further, around the end.
  void step(int by) {
    selected
        .get()
        .map(tabs::indexOf)
        .ifPresent(at -> select(tabs.get(Math.floorMod(at + by, tabs.size())).id()));
  }

  /// Where the whole stack is hidden its front content is not to be seen either, and what it shows
  /// need not be read meanwhile.
  void inSight(boolean now) {
    if (now != inSight) {
      inSight = now;
      selected.get().ifPresent(tab -> tab.content().shown(now));
    }
  }

  private boolean isSelected(Tab tab) {
    return selected.get().filter(front -> front.id().equals(tab.id())).isPresent();
  }

  private void show() {
    content.getChildren().setAll(selected.get().map(tab -> tab.content().node()).orElse(empty));
    selected.get().ifPresent(tab -> tab.content().shown(inSight));
    for (var node : heads.getChildren()) {
      var head = (TabHead) node;
      head.selected(isSelected(head.tab()));
      if (isSelected(head.tab())) {
        strip.bring(head);
      }
    }
  }

  private void arrow(KeyEvent press) {
    if (press.getCode() == KeyCode.LEFT || press.getCode() == KeyCode.RIGHT) {
      press.consume();
      step(press.getCode() == KeyCode.LEFT ? -1 : 1);
      heads.getChildren().stream()
          .filter(node -> isSelected(((TabHead) node).tab()))
          .forEach(Node::requestFocus);
    }
  }
}
