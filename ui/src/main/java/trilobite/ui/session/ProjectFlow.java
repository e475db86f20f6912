// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import trilobite.model.check.ParsedProject;
import trilobite.model.job.Job;
import trilobite.model.port.Workbench;
import trilobite.model.project.ProjectEdit;
import trilobite.model.workspace.Watch;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Toast;

/// The open project: opens it, keeps it in step with its file, remembers the chosen target.
final class ProjectFlow {

  private final Workbench workbench;
  private final Host host;
  private final Loader loader;
  private final Consumer<Loaded> opened;
  private final ReadOnlyObjectWrapper<Optional<OpenProject>> project =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final AtomicBoolean changed = new AtomicBoolean();
  private Watch watch = () -> {};
  private String onDisk = "";
  private boolean missing;
  private boolean slow;

  ProjectFlow(Workbench workbench, Host host, Loader loader, Consumer<Loaded> opened) {
    this.workbench = workbench;
    this.host = host;
    this.loader = loader;
    this.opened = opened;
  }

  ReadOnlyObjectProperty<Optional<OpenProject>> project() {
    return project.getReadOnlyProperty();
  }

  void open(Path folder) {
    var whole = folder.toAbsolutePath().normalize();
    var wished = workbench.settings().get(ProjectKey.of(whole) + "target").orElse("");
    host.background(
        new Job<>("Open " + whole.getFileName(), _ -> loader.load(whole, wished)),
        this::take,
        failure ->
            host.toast(Toast.error("Cannot open " + whole.getFileName(), Words.of(failure))));
  }

  void openDemo(Path folder) {
    host.background(
        new Job<>("Make the demo project", _ -> loader.demo(folder)),
        this::take,
        failure -> host.toast(Toast.error("No demo project", Words.of(failure))));
  }

  void choose(String target) {
    project
        .get()
        .ifPresent(
            open -> {
              project.set(
                  Optional.of(
                      new OpenProject(open.folder(), open.parsed(), target, open.trusted())));
              workbench.settings().put(ProjectKey.of(open.folder()) + "target", target);
            });
  }

  void edited(String text) {
    project.get().ifPresent(open -> replace(open, workbench.format().parse(text)));
  }

  /// Changes the project's file, on disk first: what cannot be saved is not run.
  void mend(List<ProjectEdit> edits, Runnable then) {
    project.get().ifPresent(open -> mend(open, edits, then));
  }

  private void mend(OpenProject open, List<ProjectEdit> edits, Runnable then) {
    var before = open.parsed().text();
    var text = workbench.format().edit(before, edits);
    host.background(
        new Job<>(
            "Save trilobite.toml",
            _ -> {
              workbench.projects().save(open.folder(), before, text);
              return true;
            }),
        _ -> {
          onDisk = text;
          edited(text);
          then.run();
        },
        failure -> host.toast(Toast.error("trilobite.toml is not saved", Words.of(failure))));
  }

  /// Once for each project: it may have been told at once for hours before the system's room for
  /// watches was used up.
  private void sayWhereSlower() {
    if (!slow && watch.slower().isPresent()) {
      slow = true;
      host.toast(
          Toast.warning("Changes on disk show after some seconds", watch.slower().orElseThrow()));
    }
  }

  private void changed() {
    changed.set(true);
    Fx.news();
  }

  /// Once a frame: reads the project file again after something in the folder changed.
  void tick() {
    sayWhereSlower();
    if (changed.compareAndSet(true, false)) {
      project.get().ifPresent(open -> reload(open.folder()));
    }
  }

  void close() {
    watch.close();
  }

  /// Asked only now that the other project is there: one that cannot be opened loses nothing, and
  /// nothing can be typed between answer and change.
  private void take(Loaded loaded) {
    boolean another =
        project.get().filter(open -> !open.folder().equals(loaded.folder())).isPresent();
    if (another) {
      host.leaveFiles(() -> show(loaded));
    } else {
      show(loaded);
    }
  }

  private void show(Loaded loaded) {
    watch.close();
    onDisk = loaded.parsed().text();
    missing = false;
    slow = false;
    project.set(Optional.of(loaded.project()));
    host.background(
        new Job<>(
            "Watch " + loaded.folder().getFileName(),
            _ -> workbench.workspace().watch(loaded.folder(), this::changed)),
        started -> {
          watch = started;
          sayWhereSlower();
        },
        failure ->
            host.toast(Toast.error("Changes on disk will not be noticed", Words.of(failure))));
    opened.accept(loaded);
    host.background(
        new Job<>(
            "Prepare " + loaded.folder().getFileName(),
            _ -> {
              workbench.guests().prepare(loaded.folder());
              return true;
            }),
        _ -> {},
        _ -> {});
  }

  private void reload(Path folder) {
    host.background(
        new Job<>("Read trilobite.toml", _ -> workbench.projects().open(folder)),
        parsed -> {
          missing = false;
          project
              .get()
              .filter(open -> open.folder().equals(folder))
              .ifPresent(open -> fresh(open, parsed));
        },
        failure -> {
          if (!missing) {
            missing = true;
            host.toast(Toast.error("The project file is gone", Words.of(failure)));
          }
        });
  }

  /// Text that is being edited wins over the file; the editor tells about the conflict itself.
  private void fresh(OpenProject open, ParsedProject parsed) {
    boolean edited = !open.parsed().text().equals(onDisk);
    boolean same = parsed.text().equals(onDisk);
    onDisk = parsed.text();
    if (!edited && !same) {
      replace(open, parsed);
    }
  }

  private void replace(OpenProject open, ParsedProject parsed) {
    var target = Loader.target(parsed, open.target());
    project.set(Optional.of(new OpenProject(open.folder(), parsed, target, open.trusted())));
  }

  /// The user answered the question of trust.
  void trusted() {
    project
        .get()
        .ifPresent(
            open ->
                project.set(
                    Optional.of(
                        new OpenProject(open.folder(), open.parsed(), open.target(), true))));
  }
}
