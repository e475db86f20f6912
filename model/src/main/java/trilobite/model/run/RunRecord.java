// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// One row of the history: a run as it is remembered.
///
/// @param folder the durable folder with `trilobite.toml`, `command`, `console.log`, `run.json`
/// @param verdict absent while the run goes on
/// @param memory assigned bytes
/// @param bytes size of what is kept of it on disk
public record RunRecord(
    RunId id,
    String project,
    Path projectFolder,
    String target,
    Instant started,
    Optional<Verdict> verdict,
    String why,
    String accelerator,
    OptionalDouble firstByteMillis,
    OptionalDouble readyMillis,
    OptionalDouble durationMillis,
    long memory,
    Optional<String> image,
    Optional<String> buildId,
    List<String> command,
    Path folder,
    OptionalLong bytes) {

  /// In a run's folder, the stacks of a guest that crashed or got stuck, as gdb prints them; of
  /// other runs there is no such file.
  public static Path stacks(Path folder) {
    return folder.resolve("stacks.txt");
  }

  /// The same run with how it ended.
  public RunRecord ended(Verdict how, String reason) {
    return with(Optional.of(how), reason, bytes);
  }

  /// The same run with the size of what is kept of it.
  public RunRecord sized(long size) {
    return with(verdict, why, OptionalLong.of(size));
  }

  private RunRecord with(Optional<Verdict> how, String reason, OptionalLong size) {
    return new RunRecord(
        id,
        project,
        projectFolder,
        target,
        started,
        how,
        reason,
        accelerator,
        firstByteMillis,
        readyMillis,
        durationMillis,
        memory,
        image,
        buildId,
        command,
        folder,
        size);
  }
}
