// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Duration;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ParsedProject;
import trilobite.model.command.CommandLine;
import trilobite.model.job.Job;
import trilobite.model.port.Projects;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.launch.ChecksPane;
import trilobite.ui.launch.CommandPane;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session;
import trilobite.ui.panel.Toast;

/// The form, the command line and the checks side by side. Every change goes into the text of
/// `trilobite.toml` at once; the machine is asked again when the typing has paused.
final class ConfigView {
  private static final Duration CALM = Duration.millis(300);

  private final Desk desk;
  private final ConfigModel model;
  private final BorderPane root = new BorderPane();
  private final ComboBox<String> target = new ComboBox<>();
  private final Label verdict = new Label();
  private final SectionList sections;
  private final CommandPane command = new CommandPane(this::light);
  private final ConfigForm form;
  private final ChecksPane checks = new ChecksPane();
  private final Node content;
  private final PauseTransition calm = new PauseTransition(CALM);
  private long asked;
  private boolean choosing;

  ConfigView(Desk desk) {
    this.desk = desk;
    this.model = new ConfigModel(desk.workbench().format());
    this.form = new ConfigForm(model, this::edit, command::light);
    this.sections = new SectionList(form::show);
    root.getStyleClass().add("config");
    root.getStylesheets().add(ConfigView.class.getResource("config.css").toExternalForm());
    content = content();
    calm.setOnFinished(e -> look());
    desk.session().project().addListener((o, was, now) -> follow(now));
    // A guest takes its ports and gives them back, and a build makes the image.
    desk.session().status().map(ConfigView::held).addListener((_, _, _) -> calm.playFromStart());
    desk.session()
        .build()
        .map(Session.BuildView::running)
        .addListener((_, _, _) -> calm.playFromStart());
    follow(desk.session().project().get());
  }

  /// Who holds the ports of forwards.
  private static Optional<RunId> held(Optional<RunStatus> guest) {
    return guest.filter(one -> one.state() != RunState.ENDED).map(RunStatus::id);
  }

  /// Lights up the fields of an argument.
  private void light(List<FieldPath> fields) {
    form.light(fields);
  }

  Node node() {
    return root;
  }

  void focus() {
    form.show(Section.MACHINE);
  }

  private Node content() {
    var right = new SplitPane(command, checks);
    right.setOrientation(javafx.geometry.Orientation.VERTICAL);
    right.setDividerPositions(0.62);
    var middle = new BorderPane(form.node());
    middle.setTop(header());
    var split = new SplitPane(sections.node(), middle, right);
    split.setDividerPositions(0.13, 0.66);
    SplitPane.setResizableWithParent(sections.node(), false);
    SplitPane.setResizableWithParent(right, false);
    return split;
  }

  private Node header() {
    target.setAccessibleText("Target");
    target
        .valueProperty()
        .addListener(
            (o, was, now) -> {
              if (!choosing && now != null) {
                desk.session().chooseTarget(now);
              }
            });
    verdict.getStyleClass().add("config-error");
    var label = new Label("Target");
    label.getStyleClass().add("config-title");
    var which =
        new HBox(
            8,
            label,
            target,
            Icons.button("ci-add", "New target that inherits from this one", "", this::addTarget),
            Icons.button("ci-trash-can", "Remove this target", "", this::removeTarget));
    which.setAlignment(Pos.CENTER_LEFT);
    // The page may be narrow: what finds no room in the line goes into the next.
    var header = new FlowPane(16, 4, which, buildOptions(), verdict);
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("config-header");
    return header;
  }

  private Node buildOptions() {
    var button = Hint.action("ci-settings", "Build options", () -> desk.reveal("options"));
    button.setId("config-options");
    return button;
  }

  private void addTarget() {
    var name = model.freeName();
    edit(model.addTarget(name));
    desk.session().chooseTarget(name);
  }

  private void removeTarget() {
    if (model.targets().size() > 1) {
      var gone = model.targetName();
      var next = model.targets().stream().filter(t -> !t.equals(gone)).findFirst().orElseThrow();
      edit(model.removeTarget());
      desk.session().chooseTarget(next);
    } else {
      desk.toast(Toast.warning("Not removed", "A project needs at least one target."));
    }
  }

  private void follow(Optional<OpenProject> project) {
    if (project.isEmpty()) {
      root.setCenter(
          Hint.empty(
              "ci-settings-adjust", "No project", "Open or create a project to configure it."));
      return;
    }
    var open = project.get();
    boolean other = !open.target().equals(model.targetName());
    model.show(open.parsed(), open.target());
    root.setCenter(open.parsed().project().isPresent() ? content : unreadable(open, open.parsed()));
    refresh();
    calm.playFromStart();
    if (other || model.host().isEmpty()) {
      look();
    }
  }

  private Node unreadable(OpenProject open, ParsedProject parsed) {
    var first = parsed.findings().stream().findFirst();
    return Hint.error(
        "trilobite.toml is no TOML at the moment",
        first.map(f -> f.message()).orElse("")
            + " The form comes back as soon as the text can be read.",
        Hint.action(
            "ci-code",
            "Open the file",
            () ->
                desk.session()
                    .openFile(
                        open.folder().resolve("trilobite.toml"), first.flatMap(f -> f.place()))));
  }

  private void refresh() {
    choosing = true;
    if (!target.getItems().equals(model.targets())) {
      target.getItems().setAll(model.targets());
    }
    target.setValue(model.targetName());
    choosing = false;
    form.refresh();
    sections.show(model);
    verdict.setText(model.verdict());
    model.command().ifPresent(command::show);
    command.invalid(form.invalid());
    checks.show(model.host(), desk.workbench().machine().report().accelerator(), model.findings());
  }

  /// Puts edits into the text, in force at once and on disk soon after.
  private void edit(List<ProjectEdit> edits) {
    var before = model.text();
    var project = desk.session().project().get();
    var text = model.edited(edits);
    if (text.isEmpty() || project.isEmpty()) {
      return;
    }
    desk.session().edited(text.get());
    var folder = project.get().folder();
    desk.background(
        new Job<>(
            "Save trilobite.toml",
            job -> {
              desk.workbench().projects().save(folder, before, text.get());
              return true;
            }),
        saved -> {},
        failure -> {
          // An open editor with unsaved text is ahead of the disk; it saves for both.
          if (!(failure instanceof Projects.ChangedOnDiskException)) {
            takeBack(folder, before, failure);
          }
        });
  }

  /// Run starts what the file says: a form that says something else would lie.
  private void takeBack(Path folder, String before, Throwable failure) {
    if (desk.session().project().get().filter(open -> open.folder().equals(folder)).isPresent()) {
      desk.session().edited(before);
    }
    desk.toast(
        Toast.error(
            "trilobite.toml is not saved",
            failure.getMessage()
                + " The form shows what is in it; change it here once it can be."));
  }

  /// Asks the machine and composes the command line, off this thread.
  private void look() {
    var project = desk.session().project().get();
    if (project.isEmpty() || project.get().parsed().project().isEmpty()) {
      return;
    }
    long mine = ++asked;
    var folder = project.get().folder();
    var name = project.get().target();
    var understood = project.get().parsed().project().get();
    desk.background(
        new Job<>(
            "Check configuration",
            job -> {
              var projects = desk.workbench().projects();
              return new Looked(
                  projects.hostFacts(folder, understood),
                  projects.preview(folder, understood, name));
            }),
        looked -> {
          if (mine == asked) {
            model.facts(looked.host());
            model.command(looked.command());
            refresh();
          }
        },
        failure -> desk.toast(Toast.error("Not checked", String.valueOf(failure.getMessage()))));
  }

  private record Looked(HostFacts host, CommandLine command) {}
}
