// SPDX-License-Identifier: Apache-2.0
package trilobite.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import trilobite.model.port.Workbench;
import trilobite.ui.fx.FirstFrame;
import trilobite.ui.fx.Once;
import trilobite.ui.fx.RestingPulse;
import trilobite.ui.panel.Session;
import trilobite.ui.shell.ShellWindow;

/// The entry into the user interface: one window.
public final class Window {

  private final ShellWindow prepared;

  private Window(ShellWindow prepared) {
    this.prepared = prepared;
  }

  /// What a window opens with.
  ///
  /// @param project the folder to open, or an image to show; without it, what was open last
  /// @param demo where to make the demo project when nothing was ever opened
  /// @param target to choose; the project's own choice without it
  /// @param run true to run the target as soon as the project is open
  public record Options(
      Optional<Path> project, Optional<Path> demo, Optional<String> target, boolean run) {}

  /// Builds a window that is on no screen yet: the thread that opens the workbench has time for it
  /// while JavaFX is being started. Any thread; JavaFX must be under way.
  public static Window prepare(Workbench workbench) {
    return new Window(ShellWindow.prepare(workbench));
  }

  /// Shows the window on the machine. JavaFX thread, once. Closing it does not close the workbench.
  public void open(Stage stage, Options options) {
    var shell = prepared.show(stage, options.project(), options.demo());
    if (options.run() || options.target().isPresent()) {
      onceOpen(shell.session(), options);
    }
    FirstFrame.report(stage);
    FirstFrame.of(stage, RestingPulse::begin);
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
