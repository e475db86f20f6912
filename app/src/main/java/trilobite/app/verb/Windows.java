// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.port.Workbench;

/// Opens the window. Implemented beside the user interface, so that verbs need no JavaFX.
@FunctionalInterface
public interface Windows {

  /// Says that a window will be opened, so that what it stands on may start meanwhile. Returns at
  /// once; what goes wrong is told by [#open].
  default void announce() {}

  /// Shows the window and returns when it is closed.
  ///
  /// @param project to open; the last one, or the demo, where absent
  /// @param run true to run the target at once
  /// @return the exit code
  int open(Workbench workbench, Optional<Path> project, Optional<String> target, boolean run);
}
