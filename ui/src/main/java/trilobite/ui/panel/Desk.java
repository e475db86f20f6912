// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import trilobite.model.job.Job;
import trilobite.model.port.Jobs;
import trilobite.model.port.Workbench;

/// What a panel gets from the window: the machine, the state that panels share, the commands and
/// the ways to tell the user something.
public interface Desk {

  /// Ports. Calls that may block go through [#background].
  Workbench workbench();

  /// What is open and chosen in this window.
  Session session();

  Commands commands();

  /// Theme, scale and motion, as the user wants them.
  Look look();

  /// Starts a job whose outcome comes back on the JavaFX thread. A failure that `failed` does not
  /// show itself belongs to [#toast].
  <T> Jobs.Running<T> background(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed);

  /// A message that stays 8 s, is kept under the bell and never takes the focus.
  void toast(Toast toast);

  /// Brings a panel to the front and focuses it.
  void reveal(String panelId);

  /// As [#reveal(String)], and has the panel show one thing: so a finding leads to its thread,
  /// packets or connection without the panels knowing each other.
  ///
  /// @param what as [Panel#seek] takes it
  void reveal(String panelId, String what);

  /// True where there is such a panel; what leads to others is not offered.
  default boolean offers(String panelId) {
    return commands().find("view." + panelId).isPresent();
  }

  /// The file whose editor is in front; empty while a page or nothing is.
  ObservableValue<Optional<Path>> frontFile();

  /// A page-like node among the editor tabs, in front and in place of an older one with this id.
  /// One that is a [PanelView] gets the keys.
  void openPage(String id, String title, String icon, javafx.scene.Node page);
}
