// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.options;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.build.BuildOption;
import trilobite.ui.control.Pages;

/// One option: what it is, its value to be changed, what it needs, and its author's help.
final class OptionDetail extends ScrollPane {

  private static final List<String> SWITCHED = List.of("bool", "tristate");

  private final BiConsumer<BuildOption, String> set;
  private final VBox lines = new VBox();
  private Optional<BuildOption> shown = Optional.empty();
  private boolean editable;

  /// @param set changes the option to a value
  OptionDetail(BiConsumer<BuildOption, String> set) {
    this.set = set;
    getStyleClass().add("option-detail");
    lines.getStyleClass().add("option-lines");
    setContent(lines);
    setFitToWidth(true);
    setId("option-detail");
    show(Optional.empty(), false);
  }

  void show(Optional<BuildOption> option, boolean mayEdit) {
    if (option.equals(shown) && mayEdit == editable && !lines.getChildren().isEmpty()) {
      return;
    }
    shown = option;
    editable = mayEdit;
    lines.getChildren().clear();
    if (option.isEmpty()) {
      lines.getChildren().add(Pages.text("Select an option to read its help.", "tri-muted"));
      return;
    }
    var one = option.get();
    var name = new Label(one.name());
    name.getStyleClass().add("option-name");
    name.setMinWidth(Region.USE_PREF_SIZE);
    var head = new HBox(name);
    head.getStyleClass().add("option-head");
    head.setAlignment(Pos.CENTER_LEFT);
    head.getChildren().add(editable ? editor(one) : new Label(one.value()));
    lines.getChildren().add(head);
    if (!one.prompt().isEmpty()) {
      lines.getChildren().add(Pages.text(one.prompt()));
    }
    if (!one.needs().isEmpty()) {
      lines.getChildren().add(Pages.text("Needs " + one.needs(), "tri-small", "tri-muted"));
    }
    if (!one.help().isEmpty() && !one.help().equals(one.prompt())) {
      lines.getChildren().add(Pages.text(one.help(), "option-help"));
    }
    if (!one.declared().isEmpty()) {
      lines.getChildren().add(Pages.text(one.declared(), "tri-small", "tri-muted"));
    }
    setVvalue(0);
  }

  private HBox editor(BuildOption option) {
    var row = new HBox();
    row.setAlignment(Pos.CENTER_LEFT);
    if (SWITCHED.contains(option.kind())) {
      row.getStyleClass().add("tri-segment");
      row.setMaxWidth(Region.USE_PREF_SIZE);
      row.getChildren().addAll(segment(option, "y", "On"), segment(option, "n", "Off"));
      if (option.kind().equals("tristate")) {
        row.getChildren().add(segment(option, "m", "Module"));
      }
      return row;
    }
    var field = new TextField(option.value());
    field.setId("option-value");
    field.setAccessibleText("Value of " + option.name());
    field.setOnAction(_ -> set.accept(option, field.getText()));
    var apply = new Button("Set");
    apply.setId("option-set");
    apply.getStyleClass().add("tri-inline");
    apply.setOnAction(_ -> set.accept(option, field.getText()));
    row.getStyleClass().add("option-head");
    row.getChildren().addAll(field, apply);
    return row;
  }

  private ToggleButton segment(BuildOption option, String value, String title) {
    var button = new ToggleButton(title);
    button.setId("option-" + value);
    button.setSelected(option.value().equals(value));
    button.setOnAction(
        _ -> {
          button.setSelected(true);
          if (!option.value().equals(value)) {
            set.accept(option, value);
          }
        });
    return button;
  }
}
