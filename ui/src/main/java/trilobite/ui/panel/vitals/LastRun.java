// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.port.History;

/// Finds the run whose graphs stand in for the one to come.
final class LastRun {

  private static final int LOOK_BACK = 50;

  private LastRun() {}

  /// The newest finished run of a project, or of any where none is open. Blocks.
  ///
  /// @param project its folder
  static Optional<GhostColumn.Last> read(History history, Optional<Path> project)
      throws IOException {
    for (var record : history.runs(LOOK_BACK)) {
      if (record.verdict().isPresent()
          && project.map(record.projectFolder()::equals).orElse(true)) {
        return Optional.of(new GhostColumn.Last(record, history.vitals(record.id())));
      }
    }
    return Optional.empty();
  }
}
