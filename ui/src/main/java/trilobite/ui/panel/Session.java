// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.port.LiveGuest;
import trilobite.model.project.TextPlace;
import trilobite.model.run.RunId;
import trilobite.model.run.RunStatus;

/// The state that the window's panels share. JavaFX thread only; the verbs start jobs and return at
/// once.
public interface Session {

  ReadOnlyObjectProperty<Optional<OpenProject>> project();

  ReadOnlyObjectProperty<Optional<ShownRun>> run();

  /// The status of the guest that Run, Pause and Stop act on, pulled at frame rate; empty before
  /// the first run.
  ReadOnlyObjectProperty<Optional<RunStatus>> status();

  /// The build under way, or the last one's outcome.
  ReadOnlyObjectProperty<BuildView> build();

  /// Problems of the last build and of the project file.
  ObservableList<Diagnostic> problems();

  /// The common time cursor, ms on the shown run's clock; graphs, console and later packets follow
  /// it.
  ObjectProperty<OptionalDouble> cursor();

  /// The common time selection.
  ObjectProperty<Optional<TimeRange>> selection();

  void openProject(Path folder);

  void chooseTarget(String target);

  /// Puts an edited project text in force for forms, preview and rules; the file is saved by
  /// whoever edits it.
  void edited(String projectText);

  void startBuild();

  void cancelBuild();

  /// Removes what builds made, as the toolchain says.
  void startClean();

  /// True where the project's toolchain has a menu of options of its own; false until that is
  /// known.
  ReadOnlyBooleanProperty menu();

  /// Opens the toolchain's own menu of options in a terminal of the user's.
  void openMenu();

  /// Boots the chosen target; asks for trust first where it is missing.
  void startRun();

  void restart();

  void stop();

  void pauseOrResume();

  /// Takes a guest that runs already, ours or another program's: it is shown, and Pause and Stop
  /// act on it.
  void watch(LiveGuest guest);

  /// Shows a run from history, or goes back to the live one.
  void show(RunId run);

  /// Opens a file in the editor and puts the caret there.
  void openFile(Path file, Optional<TextPlace> place);

  /// A file or folder of the project has another name now: editors of it follow, with what was
  /// typed.
  void moved(Path from, Path to);

  /// Build output so far is replayed to a new listener, then it follows; JavaFX thread.
  trilobite.model.job.Subscription followBuild(java.util.function.Consumer<BuildEvent> listener);

  /// A span of run time in ms.
  record TimeRange(double from, double to) {}

  /// Where building stands.
  ///
  /// @param running true while the job goes on
  /// @param done steps done, of `total`; 0 of 0 while unknown
  /// @param estimated true where `total` is what an earlier build had
  record BuildView(
      boolean running,
      int done,
      int total,
      boolean estimated,
      String step,
      Optional<BuildResult> result) {}
}
