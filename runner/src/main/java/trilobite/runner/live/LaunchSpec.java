// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import trilobite.model.command.CommandLine;
import trilobite.model.project.Project;
import trilobite.model.project.Target;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunId;
import trilobite.runner.console.ConsoleWatch;

/// A launch with everything decided; what is left is to do it.
///
/// @param text the project file, kept with the run
/// @param runFolder durable folder, exists
/// @param runtimeFolder folder of sockets and RAM, exists and is private
/// @param memory bytes of RAM
/// @param patterns what to look for on the console
public record LaunchSpec(
    RunId id,
    Instant asked,
    Project project,
    String text,
    Target target,
    Path projectFolder,
    Path runFolder,
    Path runtimeFolder,
    CommandLine command,
    Accelerator accelerator,
    List<ForwardBinding> forwards,
    long memory,
    Optional<String> buildId,
    ConsoleWatch.Patterns patterns) {

  /// The image that `-kernel` boots, resolved.
  Optional<Path> image() {
    return target.kernel().map(projectFolder::resolve);
  }

  /// The file with the kernel: the image, or what it loads where the project calls it a loader.
  Optional<Path> kernel() {
    boolean loads =
        project.symbols().stream()
            .filter(named -> named.role().equals("loader"))
            .anyMatch(named -> image().equals(Optional.of(projectFolder.resolve(named.file()))));
    return loads
        ? project.symbols().stream()
            .filter(named -> named.role().equals("kernel"))
            .map(named -> projectFolder.resolve(named.file()))
            .findFirst()
        : image();
  }

  boolean networked() {
    return target.network().card();
  }

  /// True where the guest has a device through which it ends QEMU.
  boolean exitDevice() {
    return command.words().stream().anyMatch(word -> word.contains("isa-debug-exit"));
  }
}
