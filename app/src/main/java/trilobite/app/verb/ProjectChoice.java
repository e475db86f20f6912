// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Chooses a project and one of its targets.
final class ProjectChoice {

  @Parameters(
      paramLabel = "DIR",
      description = "the project folder; for run also an image",
      defaultValue = ".")
  Path folder = Path.of(".");

  @Option(
      names = "--target",
      paramLabel = "T",
      description = "a target of the project; its first one by default")
  Optional<String> target = Optional.empty();
}
