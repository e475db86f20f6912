// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.run.RunRecord;
import trilobite.model.table.Meaning;

/// A run of the history.
public record RunRow(
    @Meaning("number of the run") long run,
    @Meaning("name of the project") String project,
    @Meaning("folder of the project") String projectFolder,
    @Meaning("target that was run") String target,
    @Meaning("when it was started, UTC") String started,
    @Meaning("how it ended; empty while it goes on") Optional<String> verdict,
    @Meaning("the reason, in a sentence") String why,
    @Meaning("what ran its vCPUs: kvm or tcg") String accelerator,
    @Meaning(value = "first serial byte, since start", unit = "ms") OptionalDouble firstByte,
    @Meaning(value = "ready, since start", unit = "ms") OptionalDouble ready,
    @Meaning(value = "from start to end", unit = "ms") OptionalDouble duration,
    @Meaning(value = "memory it was given", unit = "bytes") long memory,
    @Meaning("image that it booted") Optional<String> image,
    @Meaning("build-id of the image") Optional<String> buildId,
    @Meaning(value = "what is kept of it on disk", unit = "bytes") OptionalLong bytes) {

  public static RunRow of(RunRecord run) {
    return new RunRow(
        run.id().number(),
        run.project(),
        run.projectFolder().toString(),
        run.target(),
        run.started().toString(),
        run.verdict().map(verdict -> verdict.word()),
        run.why(),
        run.accelerator(),
        run.firstByteMillis(),
        run.readyMillis(),
        run.durationMillis(),
        run.memory(),
        run.image(),
        run.buildId(),
        run.bytes());
  }
}
