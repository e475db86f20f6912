// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.job.Job;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Pages;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Toast;

/// The page: a toolchain, something to start from, a name and a place, and Create.
final class NewProjectView {

  private static final Duration AFTER_TYPING = Duration.millis(300);
  private static final String BAD = "tri-bad-field";

  private final Desk desk;
  private final NewProjectModel model = new NewProjectModel();
  private final TilePane cards = new TilePane();
  private final VBox templates = new VBox();
  private final TextField name = new TextField();
  private final TextField parent = new TextField();
  private final Label trouble = Pages.text("", "tri-bad", "tri-small");
  private final Label summary = new Label();
  private final Button create = new Button("Create project");
  private final PauseTransition typing = new PauseTransition(AFTER_TYPING);
  private final BorderPane node = new BorderPane();
  private final ToggleGroup toolchainGroup = new ToggleGroup();
  private final ToggleGroup templateGroup = new ToggleGroup();
  private List<ToolchainInfo> shownToolchains = List.of();
  private List<TemplateInfo> shownTemplates = List.of();
  private boolean touched;

  private record Found(List<ToolchainInfo> toolchains, List<TemplateInfo> templates) {}

  NewProjectView(Desk desk, Path home) {
    this.desk = desk;
    name.setId("new-name");
    parent.setId("new-parent");
    create.setId("new-create");
    cards.getStyleClass().add("toolchain-cards");
    templates.getStyleClass().add("new-templates");
    parent.setText(home.resolve("src").toString());
    name.setPromptText("tidepool");
    typing.setOnFinished(_ -> typed());
    for (var field : List.of(name, parent)) {
      field.getStyleClass().add("new-mono");
      field.textProperty().addListener((_, _, _) -> typing.playFromStart());
      field.setOnAction(_ -> create());
    }
    create.getStyleClass().add("accent");
    create.setOnAction(_ -> create());
    node.setCenter(page());
    node.setBottom(footer());
    model.parent(parent.getText());
    look();
  }

  private ScrollPane page() {
    return Pages.page(
        NewProjectView.class,
        "/trilobite/ui/panel/newproject/newproject.css",
        "New project",
        Pages.section(
            NewProjectModel.Section.TOOLCHAIN.title(),
            Pages.text(
                "decides how Trilobite builds the image and which guest structures it can read",
                "tri-small",
                "tri-muted"),
            cards),
        Pages.section(NewProjectModel.Section.TEMPLATE.title(), templates),
        Pages.section(NewProjectModel.Section.PLACE.title(), place(), trouble));
  }

  private GridPane place() {
    var grid = new GridPane();
    grid.getStyleClass().add("new-place");
    grid.addRow(0, caption("Name", name), name);
    grid.addRow(1, caption("In folder", parent), parent);
    GridPane.setHgrow(parent, Priority.ALWAYS);
    return grid;
  }

  private static Label caption(String text, TextField field) {
    var label = new Label(text);
    label.setLabelFor(field);
    label.setMinWidth(Region.USE_PREF_SIZE);
    field.setAccessibleText(text);
    return label;
  }

  private HBox footer() {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    summary.setId("new-summary");
    var footer = new HBox(summary, space, create);
    footer.getStyleClass().add("new-footer");
    footer
        .getStylesheets()
        .add(
            Objects.requireNonNull(NewProjectView.class.getResource("newproject.css"))
                .toExternalForm());
    return footer;
  }

  Node node() {
    return node;
  }

  /// Looks for toolchains anew: something may have been installed meanwhile.
  void look() {
    desk.background(
        new Job<>(
            "Look for toolchains",
            _ ->
                new Found(
                    desk.workbench().builds().toolchains(), desk.workbench().builds().templates())),
        found -> {
          model.found(found.toolchains(), found.templates());
          refresh();
        },
        error ->
            desk.toast(
                Toast.error("Toolchains were not found", String.valueOf(error.getMessage()))));
  }

  private void typed() {
    touched = true;
    model.name(name.getText());
    model.parent(parent.getText());
    refresh();
    model.folder().ifPresent(this::lookAt);
  }

  /// Whether the folder is free is for the disk to say.
  private void lookAt(Path folder) {
    desk.background(
        new Job<>("Look at " + folder, _ -> !desk.workbench().workspace().list(folder).isEmpty()),
        full -> {
          model.taken(full ? Optional.of(folder) : Optional.empty());
          refresh();
        },
        // A folder that does not exist yet is what one wants.
        _ -> {
          model.taken(Optional.empty());
          refresh();
        });
  }

  private void refresh() {
    choices();
    var problems = model.problems();
    var inPlace =
        problems.stream()
            .filter(problem -> problem.section() != NewProjectModel.Section.TOOLCHAIN)
            .map(NewProjectModel.Problem::text)
            .findFirst();
    trouble.setText(touched ? inPlace.orElse("") : "");
    mark(name, touched && model.badName());
    mark(parent, touched && !model.badName() && model.badPlace());
    summary.setText(touched ? model.summary() : "");
    summary.setGraphic(
        summary.getText().isEmpty() ? null : Icons.of("ci-misuse", "tri-bad", "tri-small"));
    create.setDisable(!model.ready());
  }

  /// New nodes only for new choices: a rebuilt one would lose the focus.
  private void choices() {
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
  }

  private static void select(ToggleGroup group, Optional<String> wanted) {
    for (var toggle : group.getToggles()) {
      toggle.setSelected(wanted.equals(Optional.of(toggle.getUserData())));
    }
  }

  private Node card(ToolchainInfo toolchain) {
    var card =
        new ToolchainCard(
            toolchain,
            () -> {
              model.choose(toolchain.name());
              refresh();
            });
    card.setUserData(toolchain.name());
    card.setToggleGroup(toolchainGroup);
    return card;
  }

  private Node template(TemplateInfo template) {
    var button = new RadioButton(template.title());
    button.setId("template-" + template.name());
    button.setUserData(template.name());
    button.setToggleGroup(templateGroup);
    button.setOnAction(
        _ -> {
          model.startFrom(template.name());
          refresh();
        });
    button.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(button, Pages.text(template.summary(), "tri-muted", "tri-small"));
    row.getStyleClass().add("new-template");
    return row;
  }

  private static void mark(TextField field, boolean bad) {
    field.getStyleClass().remove(BAD);
    if (bad) {
      field.getStyleClass().add(BAD);
    }
  }

  private void create() {
    typing.stop();
    typed();
    if (!model.ready()) {
      return;
    }
    var folder = model.folder().orElseThrow();
    var template = model.template().orElseThrow();
    var title = model.name();
    create.setDisable(true);
    desk.background(
        new Job<>(
            "Create " + title, _ -> desk.workbench().projects().create(folder, template, title)),
        _ -> {
          refresh();
          desk.session().openProject(folder);
        },
        error -> {
          refresh();
          trouble.setText(String.valueOf(error.getMessage()));
        });
  }

  void focusMain() {
    name.requestFocus();
  }
}
