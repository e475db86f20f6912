// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.Diagnostic;
import trilobite.model.job.Subscription;
import trilobite.model.port.LiveGuest;
import trilobite.model.project.TextPlace;
import trilobite.model.run.RunId;
import trilobite.model.run.RunStatus;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session;
import trilobite.ui.panel.ShownRun;

/// A session whose state a test sets; its verbs only remember that they were called.
public final class FakeSession implements Session {

  private final ObjectProperty<Optional<OpenProject>> project =
      new SimpleObjectProperty<>(
          Optional.of(new OpenProject(Samples.FOLDER, Samples.parsed(), "default", true)));
  private final ObjectProperty<Optional<ShownRun>> run =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<RunStatus>> status =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<BuildView> build =
      new SimpleObjectProperty<>(new BuildView(false, 0, 0, false, "", Optional.empty()));
  private final BooleanProperty menu = new SimpleBooleanProperty(true);
  private final ObservableList<Diagnostic> problems = FXCollections.observableArrayList();
  private final ObjectProperty<OptionalDouble> cursor =
      new SimpleObjectProperty<>(OptionalDouble.empty());
  private final ObjectProperty<Optional<TimeRange>> selection =
      new SimpleObjectProperty<>(Optional.empty());
  private volatile String editedTo = "";
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Consumer<BuildEvent>> followers = new CopyOnWriteArrayList<>();

  /// The verbs that were called, in order, such as `startRun` or `openFile src/http.c:76:23`.
  public List<String> asked() {
    return asked;
  }

  /// Shows a guest that lives, with its present status.
  public void live(FakeGuest guest) {
    run.set(Optional.of(new ShownRun.Live(guest)));
    status.set(Optional.of(guest.status()));
  }

  public void past(ShownRun.Past past) {
    run.set(Optional.of(past));
  }

  /// Tells the build's followers.
  public void tell(BuildEvent event) {
    followers.forEach(follower -> follower.accept(event));
  }

  @Override
  public ObjectProperty<Optional<OpenProject>> project() {
    return project;
  }

  @Override
  public ObjectProperty<Optional<ShownRun>> run() {
    return run;
  }

  @Override
  public ObjectProperty<Optional<RunStatus>> status() {
    return status;
  }

  @Override
  public ObjectProperty<BuildView> build() {
    return build;
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
  public void watch(LiveGuest guest) {
    asked.add("watch " + guest.status().id());
  }

  @Override
  public void openProject(Path folder) {
    asked.add("openProject " + folder);
  }

  @Override
  public void chooseTarget(String target) {
    asked.add("chooseTarget " + target);
  }

  /// The project's text as it was last edited.
  public String editedTo() {
    return editedTo;
  }

  @Override
  public void edited(String projectText) {
    asked.add("edited");
    editedTo = projectText;
  }

  @Override
  public void startBuild() {
    asked.add("startBuild");
  }

  @Override
  public void startClean() {
    asked.add("startClean");
  }

  @Override
  public BooleanProperty menu() {
    return menu;
  }

  @Override
  public void openMenu() {
    asked.add("openMenu");
  }

  @Override
  public void cancelBuild() {
    asked.add("cancelBuild");
  }

  @Override
  public void startRun() {
    asked.add("startRun");
  }

  @Override
  public void restart() {
    asked.add("restart");
  }

  @Override
  public void stop() {
    asked.add("stop");
  }

  @Override
  public void pauseOrResume() {
    asked.add("pauseOrResume");
  }

  @Override
  public void show(RunId id) {
    asked.add("show " + id);
  }

  @Override
  public void openFile(Path file, Optional<TextPlace> place) {
    asked.add("openFile " + file + place.map(at -> ":" + at.line() + ":" + at.column()).orElse(""));
  }

  @Override
  public void moved(Path from, Path to) {
    asked.add("moved " + from + " " + to);
  }

  @Override
  public Subscription followBuild(Consumer<BuildEvent> listener) {
    followers.add(listener);
    return () -> followers.remove(listener);
  }
}
