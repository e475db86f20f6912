// SPDX-License-Identifier: Apache-2.0
package trilobite.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import trilobite.model.port.Workbench;
import trilobite.ui.fx.FirstFrame;
import trilobite.ui.fx.Once;
import trilobite.ui.panel.Session;
import trilobite.ui.shell.ShellWindow;

/// The entry into the user interface.
public final class Window {

  private Window() {}

  /// What a window opens with.
  ///
  /// @param project the folder to open, or an image to show; without it, what was open last
  /// @param demo where to make the demo project when nothing was ever opened
  /// @param target to choose; the project's own choice without it
  /// @param run true to run the target as soon as the project is open
  public record Options(
      Optional<Path> project, Optional<Path> demo, Optional<String> target, boolean run) {}

  /// Gets ready what a window needs and what may be got by any thread, such as fonts: the thread
  /// that opens the workbench has time for it while JavaFX is being started. JavaFX must be under
  /// way.
  public static void prepare() {
    ShellWindow.prepare();
  }

  /// Shows a window on the machine. JavaFX thread. Closing the window does not close the workbench.
  public static void open(Stage stage, Workbench workbench, Options options) {
    var shell = ShellWindow.show(stage, workbench, options.project(), options.demo());
    if (options.run() || options.target().isPresent()) {
      onceOpen(shell.session(), options);
    }
    FirstFrame.report(stage);
  }

  private static void onceOpen(Session session, Options options) {
    Once.present(
        session.project(),
        () -> {
          options.target().ifPresent(session::chooseTarget);
          if (options.run()) {
            session.startRun();
          }
        });
  }
}
