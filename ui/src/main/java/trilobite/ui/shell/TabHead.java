// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Circle;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;

/// The head of one tab.
final class TabHead extends HBox {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

  private final Tab tab;
  private final Node icon;
  private final List<Part> parts;
  private final Runnable arrange;
  private boolean tight;

  /// A part that is made and shown while a condition holds; most heads never have any.
  private static final class Part {
    private final ObservableValue<? extends Boolean> condition;
    private final Supplier<Node> make;
    private Optional<Node> made = Optional.empty();

    Part(ObservableValue<? extends Boolean> condition, Supplier<Node> make) {
      this.condition = condition;
      this.make = make;
    }

    Optional<Node> now() {
      if (condition.getValue() && made.isEmpty()) {
        made = Optional.of(make.get());
      }
      return made.filter(_ -> condition.getValue());
    }
  }

  TabHead(Tab tab, boolean closable, Runnable select, Runnable close) {
    this.tab = tab;
    getStyleClass().addAll("tri-tab-head", "tri-focusable", "tri-inset");
    setAccessibleRole(AccessibleRole.TAB_ITEM);
    setAccessibleText(tab.title());
    setFocusTraversable(true);
    setId("tab-" + tab.id());
    var title = new Label(tab.title());
    title.getStyleClass().add("tri-tab-title");
    var last = closable ? List.<Node>of(closer(close)) : List.<Node>of();
    icon = Icons.of(tab.icon(), "tri-tab");
    var filled = Bindings.createBooleanBinding(() -> !tab.badge().get().isEmpty(), tab.badge());
    parts =
        List.of(
            new Part(tab.locked(), () -> Icons.of("ci-locked", "tri-small")),
            new Part(filled, this::badge),
            new Part(tab.marked(), TabHead::mark));
    arrange =
        () ->
            getChildren()
                .setAll(
                    Stream.of(
                            tight ? Stream.of(title) : Stream.of(icon, title),
                            parts.stream().flatMap(part -> part.now().stream()),
                            last.stream())
                        .flatMap(nodes -> nodes)
                        .toList());
    arrange.run();
    parts.forEach(part -> part.condition.addListener((_, _, _) -> arrange.run()));
    Tip.on(this, tab.hint());
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

  /// Without its icon, where heads do not fit beside one another.
  void tight(boolean now) {
    if (tight != now) {
      tight = now;
      arrange.run();
    }
  }

  /// What the icon takes.
  double iconRoom() {
    return icon.prefWidth(-1) + getSpacing();
  }

  Tab tab() {
    return tab;
  }

  void selected(boolean now) {
    pseudoClassStateChanged(SELECTED, now);
  }

  private Node badge() {
    var badge = new Label();
    badge.getStyleClass().add("tri-tab-badge");
    if (!tab.badgeLook().isEmpty()) {
      badge.getStyleClass().add(tab.badgeLook());
    }
    badge.textProperty().bind(tab.badge());
    return badge;
  }

  private static Node mark() {
    var dot = new Circle(3.5);
    dot.getStyleClass().add("tri-unsaved");
    return dot;
  }

  private Button closer(Runnable close) {
    var button = Icons.cross("Close " + tab.title(), "", close);
    button.setFocusTraversable(false);
    button.setId("close-" + tab.id());
    return button;
  }
}
