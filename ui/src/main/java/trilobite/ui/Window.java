// SPDX-License-Identifier: Apache-2.0
package trilobite.ui;

import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;
import trilobite.model.port.Workbench;
import trilobite.ui.fx.FirstFrame;
import trilobite.ui.shell.ShellWindow;

/// The entry into the user interface.
public final class Window {

  private Window() {}

  /// What a window opens with.
  ///
  /// @param project the folder to open; without it, what was open last
  /// @param demo where to make the demo project when nothing was ever opened
  public record Options(Optional<Path> project, Optional<Path> demo) {}

  /// Shows a window on the machine. JavaFX thread. Closing the window does not close the workbench.
  public static void open(Stage stage, Workbench workbench, Options options) {
    ShellWindow.show(stage, workbench, options.project(), options.demo());
    FirstFrame.report(stage);
  }
}
