// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs a command on this program's own terminal, for a person who sits at it.
public final class Foreground {

  private Foreground() {}

  /// Waits for its end; the command has keyboard and screen meanwhile.
  ///
  /// @param env the whole environment
  /// @return its exit code
  /// @throws IOException where it could not be started
  public static int run(List<String> words, Path folder, Map<String, String> env)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(words).directory(folder.toFile()).inheritIO();
    builder.environment().clear();
    builder.environment().putAll(env);
    var process = builder.start();
    try {
      return process.waitFor();
    } finally {
      process.descendants().forEach(ProcessHandle::destroy);
      process.destroy();
    }
  }
}
