// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a build ended.
///
/// @param why one sentence where it did not succeed: what failed, what still works, what to do
/// @param image the image that Run would boot now: this build's, or the last good one
/// @param imageIsOlder true where `image` comes from an earlier build
public record BuildResult(
    Outcome outcome,
    String why,
    Optional<Path> image,
    Optional<String> buildId,
    Optional<Path> symbols,
    boolean imageIsOlder,
    List<Diagnostic> diagnostics,
    long durationMillis,
    Instant finished) {

  /// `UNAVAILABLE`: the toolchain is missing here, nothing was run.
  public enum Outcome {
    DONE,
    FAILED,
    CANCELLED,
    UNAVAILABLE
  }
}
