// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.Executor;
import org.apache.commons.exec.PumpStreamHandler;
import trilobite.model.time.HostClock;
import trilobite.runner.thread.Threads;

/// Runs a command in a session of its own, without input, its output and errors in one stream. When
/// it ends, by itself or because it was stopped, nothing that it started is left.
public final class LongCommand {

  /// Between asking to end and ending.
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private static final int ROUND_MILLIS = 40;
  private static final int MOST_ROUNDS = 250;
  private static final String MARK = "TRILOBITE_JOB";

  private final List<String> words;
  private final Path folder;
  private final Map<String, String> env;
  private final ProcessTree tree;
  private volatile boolean stopped;

  /// @param env the whole environment
  public LongCommand(List<String> words, Path folder, Map<String, String> env) {
    var id = UUID.randomUUID().toString();
    this.words = List.copyOf(words);
    this.folder = folder;
    this.env = new HashMap<>(env);
    this.env.put(MARK, id);
    this.tree = new ProcessTree(MARK + "=" + id);
  }

  /// Runs it and waits for its end. `output` is called on one other thread, in order.
  ///
  /// @return its exit code; of a stopped one whatever its end gave
  /// @throws IOException where it could not be started
  /// @throws InterruptedException where the waiting thread was; the command has then ended too
  public int run(OutputStream output) throws IOException, InterruptedException {
    // One pipe for both keeps the order of what a tool writes. Words are passed on as they are.
    var line = new CommandLine("setsid");
    var start = new ArrayList<>(List.of("sh", "-c", "exec \"$@\" 2>&1 </dev/null", "sh"));
    start.addAll(words);
    start.forEach(word -> line.addArgument(word, false));
    var executor = DefaultExecutor.builder().setWorkingDirectory(folder.toFile()).get();
    executor.setExitValues(null);
    executor.setStreamHandler(
        new PumpStreamHandler(output) {
          @Override
          public void stop() throws IOException {
            // The command has ended: what it left behind would hold the pipe open for ever.
            end();
            super.stop();
          }
        });
    int code = executor.execute(line, env);
    if (code == Executor.INVALID_EXITVALUE) {
      throw new InterruptedException();
    }
    return code;
  }

  /// Ends it and all that it started; returns at once. May be called before the start or after the
  /// end, from any thread but that of [#run].
  public void stop() {
    stopped = true;
    Threads.waiting("stop " + words.getFirst(), this::end);
  }

  /// True once somebody asked to stop it.
  public boolean stopped() {
    return stopped;
  }

  private void end() {
    long hard = HostClock.nanos() + PATIENCE.toNanos();
    for (int round = 0; round < MOST_ROUNDS; round++) {
      var alive = tree.alive();
      if (alive.isEmpty()) {
        return;
      }
      boolean kill = HostClock.nanos() > hard;
      for (var process : alive) {
        if (kill) {
          process.destroyForcibly();
        } else if (round == 0) {
          process.destroy();
        }
      }
      try {
        Thread.sleep(ROUND_MILLIS);
      } catch (InterruptedException e) {
        // The one who interrupts wants an end too; ending goes on, without patience.
        hard = HostClock.nanos();
      }
    }
  }
}
