// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import trilobite.runner.thread.Threads;

/// A process that outlives us and our terminal: in a session of its own, without input, its errors
/// in a file. It says one line on its standard output, and nothing after that.
public final class Detached {

  private static final long PATIENCE_SECONDS = 60;

  private final Process process;
  private final CompletableFuture<String> line = new CompletableFuture<>();

  private Detached(Process process) {
    this.process = process;
  }

  /// @param log file for what it writes on its standard error
  public static Detached start(List<String> command, Path log) throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    var words = new ArrayList<>(List.of("setsid"));
    words.addAll(command);
    var process =
        new ProcessBuilder(words)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .directory(Path.of("/").toFile())
            .start();
    var detached = new Detached(process);
    Threads.waiting("detached", detached::read);
    return detached;
  }

  private void read() {
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      var first = out.readLine();
      line.complete(first == null ? "{}" : first);
    } catch (IOException e) {
      line.completeExceptionally(e);
    }
  }

  /// Waits for its line; `{}` where it ended without one.
  ///
  /// @throws IOException where none comes in time; the process is ended then
  public String firstLine() throws IOException {
    try {
      return line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      process.destroyForcibly();
      throw new IOException("The background process did not come up.", e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the background process came up", e);
    }
  }
}
