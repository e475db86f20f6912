// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.job.Job;
import trilobite.model.port.Jobs;
import trilobite.model.project.TextPlace;
import trilobite.ui.panel.Toast;

/// What the session needs of its window. JavaFX thread only.
public interface Host {

  /// Starts a job; its outcome comes back on the JavaFX thread.
  <T> Jobs.Running<T> background(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed);

  void toast(Toast toast);

  /// Brings a panel to the front and the keyboard to it, as the user asked for: where there is one
  /// of this id.
  void reveal(String panelId);

  /// As [#reveal], and has the panel show one thing, as its filter takes it.
  void reveal(String panelId, String what);

  /// As [#reveal], at a moment that the user did not choose: who is typing goes on where they are.
  void bring(String panelId);

  void openFile(Path file, Optional<TextPlace> place);

  /// Editors of a file, or of files in a folder, follow its new name.
  void moved(Path from, Path to);

  /// Saves what is not on disk yet, then goes on; does not go on where saving failed.
  void saveAll(Runnable then);

  /// Goes on once nothing that is not on disk would be lost with the open files: at once where all
  /// is saved, else as the user answers, perhaps never.
  void leaveFiles(Runnable then);
}
