// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.port.Workbench;

/// Opens the window. Implemented beside the user interface, so that verbs need no JavaFX.
@FunctionalInterface
public interface Windows {

  /// Shows the window and returns when it is closed.
  ///
  /// @param project to open; the last one, or the demo, where absent
  /// @param run true to run the target at once
  /// @return the exit code
  int open(Workbench workbench, Optional<Path> project, Optional<String> target, boolean run);
}
