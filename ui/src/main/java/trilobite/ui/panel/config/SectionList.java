// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.check.Severity;
import trilobite.ui.control.Icons;

/// The sections with a mark for the gravest finding in each; a click goes there.
final class SectionList {
  private final VBox root = new VBox();
  private final Map<Section, StackPane> marks = new EnumMap<>(Section.class);

  SectionList(Consumer<Section> go) {
    root.getStyleClass().add("config-sections");
    var title = new Label("Configuration");
    title.getStyleClass().add("config-title");
    root.getChildren().add(title);
    for (var section : Section.values()) {
      var mark = new StackPane();
      marks.put(section, mark);
      var name = new Label(section.title());
      name.setMinWidth(Region.USE_PREF_SIZE);
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      var row = new HBox(8, Icons.of(section.icon(), "tri-muted"), name, space, mark);
      row.setAlignment(Pos.CENTER_LEFT);
      var button = new Button();
      button.setGraphic(row);
      row.prefWidthProperty().bind(button.widthProperty().subtract(24));
      button.setMaxWidth(Double.MAX_VALUE);
      button.setAccessibleText(section.title());
      button.getStyleClass().add("config-section-button");
      button.setOnAction(e -> go.accept(section));
      root.getChildren().add(button);
    }
  }

  Node node() {
    return root;
  }

  void show(ConfigModel model) {
    marks.forEach(
        (section, mark) ->
            mark.getChildren()
                .setAll(
                    model
                        .gravest(section)
                        .map(
                            s ->
                                s == Severity.ERROR
                                    ? Icons.of("ci-misuse", "tri-bad")
                                    : s == Severity.WARNING
                                        ? Icons.of("ci-warning-alt-filled", "tri-warn")
                                        : Icons.of("ci-information", "tri-muted"))
                        .orElseGet(() -> Icons.of("ci-checkmark", "tri-muted"))));
  }
}
