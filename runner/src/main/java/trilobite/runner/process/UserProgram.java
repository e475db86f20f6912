// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Starts the user's own programs, which live on without us.
public final class UserProgram {

  private static final long PATIENCE_MILLIS = 700;

  private UserProgram() {}

  /// Starts a command in a session of its own and sees whether it fails at once.
  ///
  /// @throws IOException where it cannot be started or fails at once
  public static void start(List<String> command) throws IOException {
    var words = new ArrayList<>(List.of("setsid"));
    words.addAll(command);
    var process =
        new ProcessBuilder(words)
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS) && process.exitValue() != 0) {
        throw new IOException(
            command.getFirst() + " failed with exit code " + process.exitValue() + ".");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// True where a program can be found as a shell would.
  public static boolean onPath(String program, Map<String, String> env) {
    return find(program, env).isPresent();
  }

  /// Where a shell would find a program.
  public static Optional<Path> find(String program, Map<String, String> env) {
    for (var folder : env.getOrDefault("PATH", "").split(":", -1)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder).resolve(program))) {
        return Optional.of(Path.of(folder).resolve(program));
      }
    }
    return Optional.empty();
  }
}
