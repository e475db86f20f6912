// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.job.Subscription;
import trilobite.model.port.Builds;
import trilobite.model.port.Jobs;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session.BuildView;

/// Building: starts and cancels it, and brings its events to their listeners once a frame.
final class BuildFlow {

  private static final BuildView NEVER = new BuildView(false, 0, 0, false, "", Optional.empty());

  private final Builds builds;
  private final Host host;
  private final BuildOutput output = new BuildOutput();
  private final List<Diagnostic> found = new ArrayList<>();
  private final ConcurrentLinkedQueue<Arrived> arrived = new ConcurrentLinkedQueue<>();
  private final CopyOnWriteArrayList<Consumer<BuildEvent>> listeners = new CopyOnWriteArrayList<>();
  private final ReadOnlyObjectWrapper<BuildView> view = new ReadOnlyObjectWrapper<>(NEVER);
  private Optional<Jobs.Running<BuildResult>> job = Optional.empty();

  /// Counts what was begun and what was reset: what is told of an earlier one is of no interest.
  private int round;

  BuildFlow(Builds builds, Host host) {
    this.builds = builds;
    this.host = host;
  }

  ReadOnlyObjectProperty<BuildView> view() {
    return view.getReadOnlyProperty();
  }

  /// Problems recognised so far in the build under way.
  List<Diagnostic> found() {
    return found;
  }

  /// Another project was opened; `last` is what is known of its build.
  void reset(Optional<BuildResult> last) {
    cancel();
    job = Optional.empty();
    fresh();
    view.set(new BuildView(false, 0, 0, false, "", last));
  }

  void start(OpenProject project, Consumer<BuildResult> done) {
    begin(
        "Build " + name(project),
        (listener, context) -> builds.build(project.folder(), project.target(), listener, context),
        result -> {
          host.toast(BuildWords.toast(result, host));
          done.accept(result);
        });
  }

  void clean(OpenProject project) {
    begin(
        "Clean " + name(project),
        (listener, context) -> builds.clean(project.folder(), project.target(), listener, context),
        result -> {
          // What was built last is gone.
          finish(Optional.empty());
          host.toast(BuildWords.cleaned(result));
        });
  }

  private interface Work {
    BuildResult run(Consumer<BuildEvent> listener, JobContext context) throws Exception;
  }

  private void begin(String title, Work work, Consumer<BuildResult> done) {
    if (view.get().running()) {
      return;
    }
    int mine = fresh();
    view.set(new BuildView(true, 0, 0, false, "", view.get().result()));
    var started =
        host.background(
            new Job<>(title, context -> work.run(event -> arrived(mine, event), context)),
            result -> {
              if (mine == round) {
                finish(Optional.of(result));
                done.accept(result);
              }
            },
            failure -> {
              if (mine == round) {
                finish(view.get().result());
                host.toast(BuildWords.failed(failure));
              }
            });
    job = Optional.of(started);
  }

  private int fresh() {
    output.clear();
    found.clear();
    int next = ++round;
    arrived.clear();
    return next;
  }

  private void arrived(int of, BuildEvent event) {
    arrived.add(new Arrived(of, event));
    Fx.news();
  }

  private record Arrived(int round, BuildEvent event) {}

  void cancel() {
    job.ifPresent(Jobs.Running::cancel);
  }

  /// Once a frame: hands on what arrived, and notices a job that ended without telling.
  void tick() {
    drain();
    boolean over = job.isPresent() && job.get().result().isDone() && view.get().running();
    if (over && job.get().result().isCancelled()) {
      finish(view.get().result());
    }
  }

  Subscription follow(Consumer<BuildEvent> listener) {
    output.replay(listener);
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  private void finish(Optional<BuildResult> result) {
    drain();
    job = Optional.empty();
    var last = view.get();
    view.set(
        new BuildView(false, last.done(), last.total(), last.estimated(), last.step(), result));
  }

  private void drain() {
    for (var next = arrived.poll(); next != null; next = arrived.poll()) {
      if (next.round() == round) {
        take(next.event());
      }
    }
  }

  private void take(BuildEvent event) {
    output.add(event);
    switch (event) {
      case BuildEvent.Progress(int done, int total, boolean estimated, String step) ->
          view.set(new BuildView(true, done, total, estimated, step, view.get().result()));
      case BuildEvent.Found(Diagnostic diagnostic) -> found.add(diagnostic);
      case BuildEvent.Started _, BuildEvent.Output _, BuildEvent.Asked _ -> {}
    }
    listeners.forEach(listener -> listener.accept(event));
  }

  static String name(OpenProject project) {
    return project
        .parsed()
        .project()
        .map(trilobite.model.project.Project::name)
        .filter(name -> !name.isBlank())
        .orElseGet(() -> String.valueOf(project.folder().getFileName()));
  }
}
