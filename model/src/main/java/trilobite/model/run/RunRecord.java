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
    OptionalLong bytes) {}
