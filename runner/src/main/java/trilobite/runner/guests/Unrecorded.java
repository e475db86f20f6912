// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;

/// A run whose owner died before it wrote down that the run began. Only what was found is told of
/// it: what its owner had signed for, and how much memory it had set aside.
///
/// @param memory bytes; 0 where nothing was set aside yet
/// @param theirs its QEMU belonged to a command of the user's
record Unrecorded(Wanted run, long memory, boolean theirs) {

  private static final String UNKNOWN = "unknown";
  private static final String WHY =
      "The process that owned it died before the run was recorded; nobody saw whether the guest"
          + " started.";

  /// What a runtime folder tells.
  static Unrecorded in(Path runtime) throws IOException {
    return new Unrecorded(
        Wanted.read(runtime), size(runtime.resolve("ram")), Theirs.marked(runtime));
  }

  /// Of a run of which only the durable folder is left, as after a power cut.
  static Unrecorded nothingOf(Path durable) {
    return new Unrecorded(new Wanted(UNKNOWN, durable, UNKNOWN), 0, false);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return 0;
    }
  }

  RunRecord lost(RunId id, Path durable) throws IOException {
    return new RunRecord(
        id,
        run.project(),
        run.folder(),
        run.target(),
        made(durable),
        Optional.of(Verdict.LOST),
        WHY,
        UNKNOWN,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        memory,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        durable,
        OptionalLong.empty());
  }

  /// When a folder was made, or last changed where the file system does not keep that.
  static Instant made(Path folder) throws IOException {
    return Files.readAttributes(folder, BasicFileAttributes.class).creationTime().toInstant();
  }
}
