// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.Diagnostic;
import trilobite.model.job.Subscription;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.model.project.TextPlace;
import trilobite.model.run.Limits;
import trilobite.model.run.RunId;
import trilobite.model.run.RunStatus;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// The session of one window. [#tick] is called once a frame.
public final class WindowSession implements Session {

  private final Host host;
  private final Lookout lookout;
  private final TrustGate trust;
  private final ProjectFlow projects;
  private final BuildFlow builds;
  private final OptionMenu menu;
  private final RunFlow runs;
  private final TrustedWork work;
  private final ShowFlow shown;
  private final ObservableList<Diagnostic> problems = FXCollections.observableArrayList();
  private final ObjectProperty<OptionalDouble> cursor =
      new SimpleObjectProperty<>(OptionalDouble.empty());
  private final ObjectProperty<Optional<TimeRange>> selection =
      new SimpleObjectProperty<>(Optional.empty());

  public WindowSession(Workbench workbench, Host host) {
    this.host = host;
    var loader = new Loader(workbench);
    this.trust = new TrustGate(workbench.projects(), host);
    this.projects = new ProjectFlow(workbench, host, loader, this::opened);
    this.builds = new BuildFlow(workbench.builds(), host);
    this.menu = new OptionMenu(workbench.builds(), workbench.workspace(), host, projects.project());
    this.runs =
        new RunFlow(
            workbench.guests(),
            host,
            new RunWords(host, this::buildThenRun, edits -> projects.mend(edits, this::startRun)));
    this.work = new TrustedWork(host, trust, projects, builds, menu, runs);
    this.shown = new ShowFlow(workbench, host);
    this.lookout = new Lookout(loader, host, () -> runs.alive() || starting(), this::adopt);
    runs.guest().addListener((_, _, next) -> next.ifPresent(shown::live));
    shown.run().addListener((_, was, now) -> turned(was, now));
    projects.project().addListener(_ -> refreshProblems());
    builds.view().addListener(_ -> refreshProblems());
  }

  /// The question of trust, while it waits.
  public TrustGate trust() {
    return trust;
  }

  /// What cannot be done to the guest that the buttons act on.
  public Limits limits() {
    return runs.alive()
        ? runs.guest().get().map(LiveGuest::limits).orElse(Limits.NONE)
        : Limits.NONE;
  }

  /// True from Run until the guest is there.
  public boolean starting() {
    return runs.phase().get() == RunFlow.Phase.STARTING;
  }

  /// True from Stop until the guest is gone.
  public boolean stopping() {
    return runs.phase().get() == RunFlow.Phase.STOPPING;
  }

  /// Takes what happened since the last frame.
  public void tick() {
    projects.tick();
    builds.tick();
    runs.tick();
  }

  /// Attaches to a guest of the open project that somebody else has started meanwhile.
  public void lookForGuests() {
    lookout.look(projects.project().get().map(OpenProject::folder));
  }

  /// Opens the demo project, making it first where it is absent.
  public void openDemo(Path folder) {
    projects.openDemo(folder);
  }

  public void close() {
    projects.close();
  }

  private void buildThenRun() {
    work.buildThenRun();
  }

  private void opened(Loaded loaded) {
    builds.reset(loaded.last());
    trust.decline();
    runs.detach();
    shown.nothing();
    loaded.guest().ifPresent(this::adopt);
  }

  /// A moment of one run is none of another's: with it, graphs would say nothing of now.
  private void turned(Optional<ShownRun> was, Optional<ShownRun> now) {
    if (!was.map(ShownRun::id).equals(now.map(ShownRun::id))) {
      cursor.set(OptionalDouble.empty());
      selection.set(Optional.empty());
    }
  }

  /// The buttons act on a guest that is looked at, unless they have one already.
  private void meet(LiveGuest guest) {
    if (!runs.alive() && !starting()) {
      runs.attach(guest);
    }
  }

  private void adopt(LiveGuest guest) {
    runs.attach(guest);
    host.toast(Toast.info("Attached to run " + guest.status().id(), "It was already running."));
  }

  private void refreshProblems() {
    var now = Problems.of(projects.project().get(), builds.view().get(), builds.found());
    if (!now.equals(problems)) {
      problems.setAll(now);
    }
  }

  @Override
  public ReadOnlyObjectProperty<Optional<OpenProject>> project() {
    return projects.project();
  }

  @Override
  public ReadOnlyObjectProperty<Optional<ShownRun>> run() {
    return shown.run();
  }

  @Override
  public ReadOnlyObjectProperty<Optional<RunStatus>> status() {
    return runs.status();
  }

  @Override
  public ReadOnlyObjectProperty<BuildView> build() {
    return builds.view();
  }

  @Override
  public ObservableList<Diagnostic> problems() {
    return problems;
  }

  @Override
  public ObjectProperty<OptionalDouble> cursor() {
    return cursor;
  }

  @Override
  public ObjectProperty<Optional<TimeRange>> selection() {
    return selection;
  }

  @Override
  public void openProject(Path folder) {
    projects.open(folder);
  }

  @Override
  public void chooseTarget(String target) {
    projects.choose(target);
  }

  @Override
  public void edited(String projectText) {
    projects.edited(projectText);
  }

  @Override
  public void watch(LiveGuest guest) {
    runs.attach(guest);
  }

  @Override
  public void startBuild() {
    work.build();
  }

  @Override
  public void startClean() {
    work.clean();
  }

  @Override
  public ReadOnlyBooleanProperty menu() {
    return menu.there();
  }

  @Override
  public void openMenu() {
    work.openMenu();
  }

  @Override
  public void cancelBuild() {
    builds.cancel();
  }

  @Override
  public void startRun() {
    work.run();
  }

  @Override
  public void restart() {
    if (runs.alive()) {
      runs.stop(this::startRun);
    } else {
      startRun();
    }
  }

  @Override
  public void stop() {
    runs.stop(() -> {});
  }

  @Override
  public void pauseOrResume() {
    runs.pauseOrResume();
  }

  @Override
  public void show(RunId run) {
    shown.show(run, runs.guest().get(), this::meet);
  }

  @Override
  public void openFile(Path file, Optional<TextPlace> place) {
    host.openFile(file, place);
  }

  @Override
  public void moved(Path from, Path to) {
    host.moved(from, to);
  }

  @Override
  public Subscription followBuild(Consumer<BuildEvent> listener) {
    return builds.follow(listener);
  }
}
