// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import trilobite.ui.control.Icons;

/// The head of one tab.
final class TabHead extends HBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Tab tab;

  TabHead(Tab tab, boolean closable, Runnable select, Runnable close) {
    this.tab = tab;
    getStyleClass().addAll("tri-tab-head", "tri-focusable", "tri-inset");
    setAccessibleRole(AccessibleRole.TAB_ITEM);
    setAccessibleText(tab.title());
    setFocusTraversable(true);
    setId("tab-" + tab.id());
    var title = new Label(tab.title());
    title.getStyleClass().add("tri-tab-title");
    getChildren().addAll(Icons.of(tab.icon(), "tri-tab"), title, lock(), badge(), mark());
    if (closable) {
      getChildren().add(closer(close));
    }
    Tooltip.install(this, new Tooltip(tab.hint()));
    setOnMousePressed(
        press -> {
          if (press.getButton() == MouseButton.MIDDLE && closable) {
            close.run();
          } else {
            select.run();
          }
        });
    setOnKeyPressed(
        press -> {
          if (press.getCode() == KeyCode.ENTER || press.getCode() == KeyCode.SPACE) {
            press.consume();
            select.run();
          }
        });
  }

  Tab tab() {
    return tab;
  }

  void selected(boolean now) {
    pseudoClassStateChanged(SELECTED, now);
  }

  private Node badge() {
    var badge = new Label();
    badge.getStyleClass().addAll("tri-tab-badge");
    badge.textProperty().bind(tab.badge());
    shownWhile(
        badge, Bindings.createBooleanBinding(() -> !tab.badge().get().isEmpty(), tab.badge()));
    return badge;
  }

  private Node lock() {
    var lock = Icons.of("ci-locked", "tri-small");
    shownWhile(lock, tab.locked());
    return lock;
  }

  private Node mark() {
    var dot = new Circle(3.5);
    dot.getStyleClass().add("tri-unsaved");
    shownWhile(dot, tab.marked());
    return dot;
  }

  private Button closer(Runnable close) {
    var button = Icons.button("ci-close", "Close " + tab.title(), "", close);
    button.getStyleClass().add("tri-close");
    button.setFocusTraversable(false);
    button.setId("close-" + tab.id());
    return button;
  }

  private static void shownWhile(
      Node node, javafx.beans.value.ObservableValue<? extends Boolean> condition) {
    node.visibleProperty().bind(condition);
    node.managedProperty().bind(node.visibleProperty());
  }
}
