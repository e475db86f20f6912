// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.io.IOException;
import java.util.Optional;
import trilobite.model.port.History;

/// Finds the run whose graphs stand in for the one to come.
final class LastRun {

  private static final int LOOK_BACK = 10;

  private LastRun() {}

  /// The newest finished run. Blocks.
  static Optional<GhostColumn.Last> read(History history) throws IOException {
    for (var record : history.runs(LOOK_BACK)) {
      if (record.verdict().isPresent()) {
        return Optional.of(new GhostColumn.Last(record, history.vitals(record.id())));
      }
    }
    return Optional.empty();
  }
}
