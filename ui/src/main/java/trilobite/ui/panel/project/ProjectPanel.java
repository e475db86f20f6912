// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import trilobite.model.build.BuildResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.job.Subscription;
import trilobite.model.workspace.FileNode;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;
import trilobite.ui.panel.Session.BuildView;

/// The project's files as a tree that follows the disk.
public final class ProjectPanel implements Panel {

  private static final PanelInfo INFO =
      new PanelInfo("project", "Project", "ci-folders", Place.LEFT, 1, "Shortcut+1");
  private static final long LOOK_MILLIS = 500;

  private final AtomicBoolean changed = new AtomicBoolean();
  private final ListChangeListener<Diagnostic> problems = _ -> showProblems();
  private Optional<Opened> opened = Optional.empty();

  /// What exists once the panel is shown.
  private static final class Opened {
    final Desk desk;
    final ProjectView view;
    final TreeEditing edits;
    Optional<ProjectModel> model = Optional.empty();
    Subscription watch = () -> {};
    Subscription look = () -> {};

    Opened(Desk desk, ProjectView view) {
      this.desk = desk;
      this.view = view;
      this.edits = new TreeEditing(desk, view, this::changed);
    }

    /// The tree was changed from here: opens the way to the entry and selects it.
    private void changed(Path entry) {
      model.ifPresent(
          tree -> {
            tree.reveal(entry);
            view.want(entry);
            read(this, tree);
          });
    }

    /// Another file came to the front: the tree shows where it is. What is selected already, as
    /// after a click on it, stays where it is under the pointer.
    private void followFront() {
      desk.frontFile()
          .getValue()
          .filter(file -> model.filter(tree -> file.startsWith(tree.root())).isPresent())
          .filter(file -> view.selected().filter(row -> row.node().path().equals(file)).isEmpty())
          .ifPresent(this::changed);
    }
  }

  @Override
  public PanelInfo info() {
    return INFO;
  }

  @Override
  public Node open(Desk desk) {
    var now = new Opened(desk, new ProjectView(new TreeActions()));
    opened = Optional.of(now);
    desk.session().project().addListener((_, before, open) -> follow(before, open));
    desk.session().problems().addListener(problems);
    desk.session().build().addListener((_, _, build) -> built(build));
    desk.frontFile().addListener((_, _, _) -> now.followFront());
    follow(Optional.empty(), desk.session().project().get());
    now.look = Fx.pull(LOOK_MILLIS, this::lookAgain);
    return now.view;
  }

  @Override
  public void focus() {
    opened.ifPresent(now -> now.view.focusTree());
  }

  @Override
  public void close() {
    opened.ifPresent(
        now -> {
          now.watch.close();
          now.look.close();
          now.desk.session().problems().removeListener(problems);
        });
  }

  private void follow(Optional<OpenProject> before, Optional<OpenProject> open) {
    var folder = open.map(OpenProject::folder);
    if (opened.isEmpty()
        || (folder.isPresent() && folder.equals(before.map(OpenProject::folder)))) {
      return;
    }
    var now = opened.get();
    now.watch.close();
    now.model = folder.map(ProjectModel::new);
    if (now.model.isEmpty()) {
      now.view.nothing();
      return;
    }
    now.view.loading();
    read(now, now.model.get());
    now.followFront();
    watch(now, folder.get());
    showProblems();
  }

  private void watch(Opened now, Path folder) {
    now.desk.background(
        new Job<>(
            "Watch the project's files",
            _ -> now.desk.workbench().workspace().watch(folder, () -> changed.set(true))),
        started -> now.watch = started,
        // Without a watch the tree still follows builds and the button.
        _ -> {});
  }

  private void lookAgain() {
    if (changed.compareAndSet(true, false)) {
      opened.ifPresent(now -> now.model.ifPresent(model -> read(now, model)));
    }
  }

  /// Reads all open folders off the JavaFX thread, then shows them.
  private static void read(Opened now, ProjectModel model) {
    var wanted = model.wanted();
    now.desk.background(
        new Job<>("Read the project's folders", context -> listings(now.desk, wanted, context)),
        found -> take(now, model, found),
        failure -> now.view.failed(Optional.ofNullable(failure.getMessage()).orElse("")));
  }

  private static void take(Opened now, ProjectModel model, List<Listing> found) {
    if (now.model.filter(present -> present == model).isEmpty()) {
      return;
    }
    for (var listing : found) {
      listing
          .failure()
          .ifPresentOrElse(
              _ -> model.lost(listing.folder()),
              () -> model.took(listing.folder(), listing.content()));
    }
    var root = found.stream().filter(one -> one.folder().equals(model.root())).findFirst();
    root.flatMap(Listing::failure)
        .ifPresentOrElse(now.view::failed, () -> now.view.show(model.rows()));
  }

  private static List<Listing> listings(Desk desk, List<Path> folders, JobContext context) {
    var found = new ArrayList<Listing>();
    for (var folder : folders) {
      if (context.cancelled()) {
        break;
      }
      try {
        found.add(new Listing(folder, desk.workbench().workspace().list(folder), Optional.empty()));
      } catch (IOException unreadable) {
        var why = Optional.ofNullable(unreadable.getMessage()).orElse("It cannot be read.");
        found.add(new Listing(folder, List.of(), Optional.of(why)));
      }
    }
    return found;
  }

  /// What a folder held, or why that is not known.
  private record Listing(Path folder, List<FileNode> content, Optional<String> failure) {}

  private void showProblems() {
    opened.ifPresent(
        now ->
            now.model.ifPresent(
                model -> {
                  model.problems(now.desk.session().problems());
                  if (model.known(model.root())) {
                    now.view.show(model.rows());
                  }
                }));
  }

  /// A build made an image: the way to it is opened.
  private void built(BuildView build) {
    if (build.running()) {
      return;
    }
    opened.ifPresent(
        now ->
            now.model.ifPresent(
                model -> {
                  build
                      .result()
                      .filter(result -> result.outcome() == BuildResult.Outcome.DONE)
                      .flatMap(BuildResult::image)
                      .ifPresent(image -> model.reveal(model.root().resolve(image)));
                  read(now, model);
                }));
  }

  /// What the view's keys and presses do.
  private final class TreeActions implements ProjectView.Actions {

    @Override
    public void toggle(Row row) {
      opened.ifPresent(
          now ->
              now.model.ifPresent(
                  model -> {
                    var folder = row.node().path();
                    if (model.isOpen(folder)) {
                      model.close(folder);
                      now.view.show(model.rows());
                    } else {
                      model.open(folder);
                      now.view.show(model.rows());
                      read(now, model);
                    }
                  }));
    }

    @Override
    public void open(Row row) {
      opened.ifPresent(
          now -> {
            if (NodeIcons.text(row.node().kind())) {
              now.desk.session().openFile(row.node().path(), Optional.empty());
            }
          });
    }

    @Override
    public void refresh() {
      opened.ifPresent(now -> now.model.ifPresent(model -> read(now, model)));
    }

    @Override
    public void collapse() {
      opened.ifPresent(
          now ->
              now.model.ifPresent(
                  model -> {
                    model.wanted().stream()
                        .filter(folder -> !folder.equals(model.root()))
                        .forEach(model::close);
                    now.view.show(model.rows());
                  }));
    }

    @Override
    public void openProject() {
      opened
          .flatMap(now -> now.desk.commands().find("project.open"))
          .ifPresent(one -> one.run().run());
    }

    @Override
    public void create(Optional<Row> beside, boolean folder) {
      opened.ifPresent(
          now -> now.model.ifPresent(model -> now.edits.create(model.root(), beside, folder)));
    }

    @Override
    public void rename(Row row) {
      opened.ifPresent(now -> now.model.ifPresent(model -> now.edits.rename(model.root(), row)));
    }

    @Override
    public void trash(Row row) {
      opened.ifPresent(now -> now.model.ifPresent(model -> now.edits.trash(model.root(), row)));
    }

    @Override
    public ContextMenu menu(Row row) {
      var now = opened.orElseThrow();
      return NodeMenu.of(now.desk, row, this, now.edits);
    }
  }
}
