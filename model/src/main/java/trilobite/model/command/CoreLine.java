// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.nio.file.Path;
import java.util.Optional;

/// The command that looks into a core, to be pasted into a shell.
public final class CoreLine {

  private CoreLine() {}

  /// @param image what the guest ran; left out where that is not known
  public static String of(Path core, Optional<Path> image) {
    return "trilobite ps --core "
        + ShellLine.word(core.toString())
        + image.map(file -> " --image " + ShellLine.word(file.toString())).orElse("");
  }
}
