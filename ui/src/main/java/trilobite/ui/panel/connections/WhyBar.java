// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import trilobite.model.console.GuestText;
import trilobite.model.why.Chain;
import trilobite.ui.control.Icons;

/// The chain from a full listener to its cause, step by step; a step that is a thread leads to it.
final class WhyBar extends HBox {

  private final Consumer<Chain.Step> go;
  private final Label about = new Label();
  private final HBox steps = new HBox();
  private final ScrollPane way = new ScrollPane(steps);
  private final Label end = new Label();
  private final Button copy = new Button("Copy");
  private final Tooltip whole = new Tooltip();
  private Optional<Chain> shown = Optional.empty();

  /// @param go shows the thread of a step, or what is wrong
  /// @param write puts a text on the clipboard
  WhyBar(Consumer<Chain.Step> go, Consumer<String> write) {
    this.go = go;
    getStyleClass().add("why-bar");
    about.getStyleClass().add("conn-strong");
    about.setMinWidth(USE_PREF_SIZE);
    steps.getStyleClass().add("why-steps");
    steps.setMinWidth(USE_PREF_SIZE);
    steps.setFillHeight(false);
    end.getStyleClass().addAll("tri-small", "tri-muted");
    // As long as it is wide, the chain scrolls: each step stays readable and can be pressed.
    way.setFitToHeight(true);
    way.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    way.getStyleClass().add("why-way");
    way.setMinWidth(0);
    HBox.setHgrow(way, Priority.ALWAYS);
    copy.setGraphic(Icons.of("ci-copy"));
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setId("copy-why");
    copy.setOnAction(_ -> shown.ifPresent(chain -> write.accept(chain.text())));
    whole.setWrapText(true);
    whole.setMaxWidth(600);
    Tooltip.install(this, whole);
    managedProperty().bind(visibleProperty());
    setVisible(false);
    getChildren().addAll(about, way, copy);
  }

  void show(Optional<Chain> chain) {
    if (chain.equals(shown)) {
      return;
    }
    shown = chain;
    setVisible(chain.isPresent());
    chain.ifPresent(this::fill);
  }

  private void fill(Chain chain) {
    about.setText(chain.about());
    var nodes = new ArrayList<Node>();
    for (int i = 0; i < chain.steps().size(); i++) {
      if (i > 0) {
        nodes.add(Icons.of("ci-arrow-right", "tri-small", "tri-muted"));
      }
      nodes.add(box(chain.steps().get(i), chain.deadlock(), i == chain.steps().size() - 1));
    }
    nodes.add(end);
    steps.getChildren().setAll(nodes);
    end.setText(GuestText.visible(chain.end()));
    whole.setText(GuestText.visible(chain.text()));
    setAccessibleText(GuestText.visible(chain.text()));
  }

  private Node box(Chain.Step step, boolean deadlock, boolean last) {
    var what = new Label(GuestText.visible(step.what()));
    what.getStyleClass().add("conn-strong");
    what.setMinWidth(USE_PREF_SIZE);
    var detail = new Label(GuestText.visible(step.detail()));
    detail.getStyleClass().add("tri-muted");
    var box = new HBox(what, detail);
    box.getStyleClass().addAll(style(step.kind(), deadlock, last));
    if (step.thread().isPresent() || step.kind() == Chain.Kind.FINDING) {
      leads(box, step);
    }
    return box;
  }

  private void leads(HBox box, Chain.Step step) {
    box.getStyleClass().addAll("why-leads", "tri-focusable");
    box.setFocusTraversable(true);
    box.setAccessibleRole(AccessibleRole.BUTTON);
    box.setAccessibleText(
        (step.thread().isPresent() ? "Show thread " : "Show the connections of ")
            + GuestText.visible(step.text()));
    box.setOnMouseClicked(_ -> go.accept(step));
    box.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            go.accept(step);
            event.consume();
          }
        });
  }

  private static List<String> style(Chain.Kind kind, boolean deadlock, boolean last) {
    return switch (kind) {
      case FINDING -> List.of("why-step", "why-finding");
      case LIKELY -> List.of("why-step", "why-likely");
      case WAITS -> List.of("why-step", last && deadlock ? "why-finding" : "why-plain");
      case HOLDS ->
          List.of("why-step", last ? deadlock ? "why-finding" : "why-cause" : "why-plain");
    };
  }
}
