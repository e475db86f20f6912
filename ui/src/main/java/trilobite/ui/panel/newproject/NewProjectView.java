// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  private static final String HISTORY =
      "Erlang and Haskell: LING and HaLVM need Xen and are history. What lives is an Erlang release or"
          + " a Haskell binary as an unmodified Linux program on Nanos, OSv or Unikraft: start from"
          + " Linux program.";

  /// Below this width, in px, the form has it all.
  private static final double ROOM_FOR_BOTH = 640;

  private final Desk desk;
  private final Path home;
  private final NewProjectModel model;
  private final DraftColumn draft;
  private final PlaceFields place;
  private final MachineFields machine;
  private final TroubleLine templateTrouble = new TroubleLine(this::mend);
  private final TroubleLine machineTrouble = new TroubleLine(this::mend);
  private final TroubleLine trouble = new TroubleLine(this::mend);
  private final Label summary = new Label();
  private final Button create = new Button("Create project");
  private final PauseTransition typing = new PauseTransition(AFTER_TYPING);
  private final BorderPane node = new BorderPane();
  private final Choices choices;
  private boolean touched;

  private record Found(List<ToolchainInfo> toolchains, List<TemplateInfo> templates) {}

  /// @param home the user's home folder
  /// @param chooser asks for a folder, starting at the given one, which it answers if none is
  ///   chosen
  NewProjectView(Desk desk, Path home, UnaryOperator<Path> chooser) {
    this.desk = desk;
    this.home = home;
    this.model = new NewProjectModel(home);
    this.draft = new DraftColumn(desk);
    this.place = new PlaceFields(home, chooser, typing::playFromStart, this::create);
    this.choices =
        new Choices(
            toolchain -> {
              model.choose(toolchain);
              refresh();
            },
            template -> {
              model.startFrom(template);
              refresh();
            });
    this.machine = new MachineFields(typing::playFromStart, this::create, draft::light);
    create.setId("new-create");
    typing.setOnFinished(_ -> typed());
    create.getStyleClass().add("accent");
    create.setOnAction(_ -> create());
    node.setCenter(page());
    node.setRight(draft);
    fit();
    node.setBottom(footer());
    model.parent(place.parent().getText());
    look();
  }

  /// The command line takes a third of the page, where there is room for one.
  private void fit() {
    var room = node.widthProperty().greaterThanOrEqualTo(ROOM_FOR_BOTH);
    draft.prefWidthProperty().bind(node.widthProperty().multiply(0.34));
    draft.visibleProperty().bind(room);
    draft.managedProperty().bind(room);
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
            choices.cards(),
            choices.about(),
            Pages.text(HISTORY, "tri-small", "tri-muted", "new-history")),
        Pages.section(
            NewProjectModel.Section.TEMPLATE.title(), choices.templates(), templateTrouble),
        Pages.section(
            NewProjectModel.Section.MACHINE.title(),
            Pages.text(
                "of the first target; what is left empty is as the template has it",
                "tri-small",
                "tri-muted"),
            machine,
            machineTrouble),
        Pages.section(NewProjectModel.Section.PLACE.title(), place, trouble));
  }

  private void mend(NewProjectModel.Cure cure) {
    var field =
        switch (cure.field()) {
          case NAME -> place.name();
          case PARENT -> place.parent();
          case MEMORY -> machine.memory();
          case VCPUS -> machine.vcpus();
          case PORT -> machine.port();
        };
    field.setText(cure.value());
    field.requestFocus();
    typing.stop();
    typed();
  }

  static Label caption(String text, TextField field) {
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
    create.setMinWidth(Region.USE_PREF_SIZE);
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
    model.name(place.name().getText());
    model.parent(place.parent().getText());
    model.machine(machine.wish());
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
    choices.show(model);
    tell(templateTrouble, NewProjectModel.Section.TEMPLATE);
    tell(machineTrouble, NewProjectModel.Section.MACHINE);
    tell(trouble, NewProjectModel.Section.PLACE);
    if (touched) {
      place.mark(model);
    }
    machine.mark(model.machine());
    // An empty form is no error of the person who has just opened it.
    boolean wrong = touched && !model.ready();
    summary.setText(wrong ? model.summary() : model.plan());
    summary.setGraphic(wrong ? Icons.of("ci-misuse", "tri-bad", "tri-small") : null);
    summary.pseudoClassStateChanged(WRONG, wrong);
    create.setDisable(!model.ready());
    draft.show(model, home);
  }

  private void tell(TroubleLine line, NewProjectModel.Section section) {
    line.show(
        model.problems().stream()
            .filter(problem -> touched && problem.section() == section)
            .findFirst());
  }

  static void mark(TextField field, boolean bad) {
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
    var title = model.name();
    var making = new Making(folder, model.template().orElseThrow(), title, model.machine());
    create.setDisable(true);
    desk.background(
        new Job<>(
            "Create " + title,
            _ -> {
              making.run(desk.workbench());
              return true;
            }),
        _ -> {
          refresh();
          desk.session().openProject(folder);
        },
        error -> {
          refresh();
          trouble.show(
              Optional.of(
                  new NewProjectModel.Problem(
                      NewProjectModel.Section.PLACE, String.valueOf(error.getMessage()))));
        });
  }

  void focusMain() {
    place.name().requestFocus();
  }
}
