// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.util.OptionalLong;
import trilobite.model.run.RunRecord;

/// A run's record with the size of what is kept of it.
final class Sized {

  private Sized() {}

  static RunRecord of(RunRecord run, long bytes) {
    return new RunRecord(
        run.id(),
        run.project(),
        run.projectFolder(),
        run.target(),
        run.started(),
        run.verdict(),
        run.why(),
        run.accelerator(),
        run.firstByteMillis(),
        run.readyMillis(),
        run.durationMillis(),
        run.memory(),
        run.image(),
        run.buildId(),
        run.command(),
        run.folder(),
        OptionalLong.of(bytes));
  }
}
