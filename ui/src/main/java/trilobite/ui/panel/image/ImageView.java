// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.image;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import trilobite.model.console.GuestText;
import trilobite.model.job.Job;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Pages;
import trilobite.ui.control.Skeleton;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.OpenProject;

/// The page: nothing yet, a file that is looked at, what it is, or why it could not be read.
final class ImageView {

  private final Desk desk;
  private final StackPane node = new StackPane();
  private Optional<Path> wanted = Optional.empty();
  private Optional<ImageSheet> sheet = Optional.empty();

  ImageView(Desk desk) {
    this.desk = desk;
    node.getStyleClass().add("image-page");
    node.getStylesheets()
        .add(
            Objects.requireNonNull(ImageView.class.getResource("image.css"), "image.css")
                .toExternalForm());
    show(
        Hint.empty(
            "ci-chip",
            "No image yet",
            "Drop a kernel, disk or firmware image on the window, or open one: this page says what it"
                + " is and boots it.",
            open()));
  }

  Node node() {
    return node;
  }

  private Button open() {
    return Hint.action(
        "ci-chip",
        "Open an image…",
        () -> desk.commands().find("view.image").ifPresent(command -> command.run().run()));
  }

  private void show(Node content) {
    node.getChildren().setAll(content);
  }

  /// Says what a file is.
  void look(Path file) {
    wanted = Optional.of(file);
    sheet = Optional.empty();
    var name = GuestText.visible(String.valueOf(file.getFileName()));
    show(Pages.section("Looking at " + name, new Skeleton(6)));
    desk.background(
        new Job<>("Look at " + name, _ -> Proposal.of(desk.workbench(), file)),
        proposal -> {
          // Another one may have been dropped meanwhile.
          if (wanted.equals(Optional.of(file))) {
            found(proposal);
          }
        },
        failure -> {
          if (wanted.equals(Optional.of(file))) {
            failed(file.toString(), String.valueOf(failure.getMessage()));
          }
        });
  }

  private void found(Proposal proposal) {
    var made =
        new ImageSheet(
            proposal,
            desk.workbench().machine().report().accelerator(),
            open(),
            run -> make(proposal, run));
    sheet = Optional.of(made);
    show(made.node());
    made.focusMain();
  }

  void failed(String file, String why) {
    show(
        Hint.error(
            "This file cannot be looked at",
            GuestText.visible(file) + ": " + GuestText.visible(why) + ". Open another one.",
            open()));
  }

  private void make(Proposal proposal, boolean run) {
    desk.background(
        new Job<>("Make a project for the image", _ -> proposal.make(desk.workbench())),
        folder -> opened(folder, run),
        failure ->
            failed(proposal.image().file().toString(), String.valueOf(failure.getMessage())));
  }

  private void opened(Path folder, boolean run) {
    var session = desk.session();
    var now = session.project().get().map(OpenProject::folder);
    if (run && now.equals(Optional.of(folder))) {
      session.restart();
      return;
    }
    if (run) {
      session.project().addListener(new RunOnce(folder));
    }
    session.openProject(folder);
  }

  /// Runs the image's project as soon as it is the open one; another project in its place ends the
  /// wait.
  private final class RunOnce implements ChangeListener<Optional<OpenProject>> {
    private final Path folder;

    RunOnce(Path folder) {
      this.folder = folder;
    }

    @Override
    public void changed(
        ObservableValue<? extends Optional<OpenProject>> source,
        Optional<OpenProject> was,
        Optional<OpenProject> now) {
      var before = was.map(OpenProject::folder);
      var after = now.map(OpenProject::folder);
      if (!after.equals(before)) {
        source.removeListener(this);
        if (after.equals(Optional.of(folder))) {
          Fx.later(desk.session()::startRun);
        }
      }
    }
  }

  void focusMain() {
    sheet.ifPresentOrElse(
        ImageSheet::focusMain,
        () -> Optional.ofNullable(node.lookup(".button")).ifPresent(Node::requestFocus));
  }
}
