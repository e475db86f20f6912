// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.ui.control.Icons;

/// What happens at a listener that is full, since when, and where to look next.
final class FullCard extends VBox {

  private final Label title = new Label();
  private final Label since = new Label();
  private final Label text = new Label();
  private final FlowPane actions = new FlowPane();
  private final Map<String, Button> buttons = new HashMap<>();
  private Optional<Facts> shown = Optional.empty();

  /// @param since a time of day, empty where it is not known
  record Facts(String title, String since, String text, List<Action> actions) {}

  /// A button of the card. Two are equal if they say the same.
  ///
  /// @param icon Ikonli code, another one for each thing to do
  record Action(String icon, String words, Runnable run) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Action(var _, var said, var _) && said.equals(words);
    }

    @Override
    public int hashCode() {
      return words.hashCode();
    }
  }

  FullCard() {
    getStyleClass().add("conn-card");
    title.getStyleClass().add("conn-strong");
    since.getStyleClass().addAll("tri-mono", "tri-muted");
    since.setMinWidth(USE_PREF_SIZE);
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    text.getStyleClass().add("conn-card-text");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var head = new HBox(Icons.of("ci-misuse", "tri-bad"), title, space, since);
    head.getStyleClass().add("conn-card-head");
    actions.getStyleClass().add("conn-card-actions");
    managedProperty().bind(visibleProperty());
    setVisible(false);
    getChildren().addAll(head, text, actions);
  }

  void show(Optional<Facts> facts) {
    if (facts.equals(shown)) {
      return;
    }
    shown = facts;
    setVisible(facts.isPresent());
    facts.ifPresent(this::fill);
  }

  private void fill(Facts facts) {
    title.setText(facts.title());
    since.setText(facts.since());
    text.setText(facts.text());
    fill(facts.actions());
    setAccessibleText(facts.title() + ". " + facts.text());
  }

  /// A button stays what it is while its words change and others come beside it: one may be under a
  /// press.
  private void fill(List<Action> wanted) {
    var shownButtons = new ArrayList<Button>();
    for (var action : wanted) {
      var button = buttons.computeIfAbsent(action.icon(), icon -> new Button("", Icons.of(icon)));
      if (!button.getText().equals(action.words())) {
        button.setText(action.words());
      }
      button.setOnAction(_ -> action.run().run());
      shownButtons.add(button);
    }
    if (!actions.getChildren().equals(shownButtons)) {
      actions.getChildren().setAll(shownButtons);
    }
  }
}
