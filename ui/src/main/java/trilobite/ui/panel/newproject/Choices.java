// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;
import trilobite.ui.control.Pages;

/// The toolchains and templates to choose from.
final class Choices {

  private final TilePane cards = new TilePane();
  private final VBox templates = new VBox();
  private final Label about = Pages.text("", "tri-small", "tri-muted");
  private final ToggleGroup toolchainGroup = new ToggleGroup();
  private final ToggleGroup templateGroup = new ToggleGroup();
  private final Consumer<String> choose;
  private final Consumer<String> startFrom;
  private List<ToolchainInfo> shownToolchains = List.of();
  private List<TemplateInfo> shownTemplates = List.of();

  /// @param choose hears the name of a toolchain
  /// @param startFrom hears the name of a template
  Choices(Consumer<String> choose, Consumer<String> startFrom) {
    this.choose = choose;
    this.startFrom = startFrom;
    cards.getStyleClass().add("toolchain-cards");
    templates.getStyleClass().add("new-templates");
    about.setId("new-about");
    about.visibleProperty().bind(about.textProperty().isNotEmpty());
    about.managedProperty().bind(about.visibleProperty());
  }

  Node cards() {
    return cards;
  }

  /// What one should know of the chosen toolchain before a project is made.
  Node about() {
    return about;
  }

  Node templates() {
    return templates;
  }

  /// New nodes only for new choices: a rebuilt one would lose the focus.
  void show(NewProjectModel model) {
    if (!model.toolchains().equals(shownToolchains)) {
      shownToolchains = model.toolchains();
      cards.getChildren().setAll(shownToolchains.stream().map(this::card).toList());
    }
    if (!model.choices().equals(shownTemplates)) {
      shownTemplates = model.choices();
      templates.getChildren().setAll(shownTemplates.stream().map(this::template).toList());
    }
    select(toolchainGroup, model.toolchain());
    select(templateGroup, model.template());
    about.setText(
        model.toolchains().stream()
            .filter(each -> model.toolchain().equals(Optional.of(each.name())))
            .findFirst()
            .map(Choices::about)
            .orElse(""));
  }

  private static String about(ToolchainInfo toolchain) {
    if (toolchain.manual().isEmpty()) {
      return "";
    }
    var tried =
        toolchain.tried().isEmpty()
            ? "not tried on this version"
            : "tried with " + toolchain.tried();
    var remedy = toolchain.remedy().isEmpty() ? "" : " " + toolchain.remedy() + ".";
    return toolchain.title() + ": " + tried + "." + remedy + " Manual: " + toolchain.manual();
  }

  private static void select(ToggleGroup group, Optional<String> wanted) {
    for (var toggle : group.getToggles()) {
      toggle.setSelected(wanted.equals(Optional.of(toggle.getUserData())));
    }
  }

  private Node card(ToolchainInfo toolchain) {
    var card = new ToolchainCard(toolchain, () -> choose.accept(toolchain.name()));
    card.setUserData(toolchain.name());
    card.setToggleGroup(toolchainGroup);
    return card;
  }

  private Node template(TemplateInfo template) {
    var button = new RadioButton(template.title());
    button.setId("template-" + template.name());
    button.setUserData(template.name());
    button.setToggleGroup(templateGroup);
    button.setOnAction(_ -> startFrom.accept(template.name()));
    button.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(button, Pages.text(template.summary(), "tri-muted", "tri-small"));
    if (template.tried().isEmpty()) {
      var untried = new Label("not tried on this version");
      untried.getStyleClass().addAll("tri-small", "new-untried");
      untried.setMinWidth(Region.USE_PREF_SIZE);
      row.getChildren().add(untried);
    }
    row.getStyleClass().add("new-template");
    return row;
  }
}
