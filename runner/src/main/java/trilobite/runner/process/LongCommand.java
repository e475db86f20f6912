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
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.exec.CommandLine;
import org.apache.commons.exec.DefaultExecutor;
import org.apache.commons.exec.Executor;
import org.apache.commons.exec.PumpStreamHandler;
import trilobite.model.time.HostClock;
import trilobite.runner.thread.Threads;

/// Runs a command in a session of its own, its output and errors in one stream. It has no input, or
/// a terminal of its own at which it may ask. When it ends, by itself or because it was stopped,
/// nothing that it started is left.
public final class LongCommand {

  /// Between asking to end and ending.
  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private static final int TERMINAL_MILLIS = 200;
  private static final int ROUND_MILLIS = 40;
  private static final int MOST_ROUNDS = 250;
  private static final String MARK = "TRILOBITE_JOB";

  private final List<String> words;
  private final Path folder;
  private final Map<String, String> env;
  private final ProcessTree tree;
  private volatile boolean stopped;
  private volatile Optional<Terminal> terminal = Optional.empty();

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
    return execute(output);
  }

  /// As [#run], at a terminal of its own; where the system gives none, it has no input. What it
  /// writes on the terminal itself comes to `output` too, on a thread of its own.
  public int runAtTerminal(OutputStream output) throws IOException, InterruptedException {
    try (var own = Terminal.open().orElse(null)) {
      if (own == null) {
        return execute(output);
      }
      terminal = Optional.of(own);
      var copying = Threads.working("terminal of " + words.getFirst(), () -> copy(own, output));
      try {
        return execute(output);
      } finally {
        terminal = Optional.empty();
        own.left();
        copying.join(PATIENCE);
      }
    }
  }

  /// What is written past the pipe, on the terminal itself, belongs to the output too.
  private void copy(Terminal screen, OutputStream output) {
    try {
      for (boolean more = true; more || terminal.isPresent(); ) {
        var some = screen.read(terminal.isPresent() ? TERMINAL_MILLIS : 0);
        output.write(some, 0, some.length);
        more = some.length > 0;
      }
    } catch (IOException e) {
      // The command goes on; what it says on its terminal is lost.
    }
  }

  private int execute(OutputStream output) throws IOException, InterruptedException {
    var executor = executor(output);
    // One pipe for both keeps the order of what a tool writes. Words are passed on as they are.
    var line = new CommandLine("sh");
    var script =
        terminal.isPresent()
            ? "exec setsid --ctty \"$@\" 2>&1 <\"$0\""
            : "exec setsid \"$@\" 2>&1 <\"$0\"";
    var device = terminal.map(Terminal::device).map(Path::toString).orElse("/dev/null");
    var start = new ArrayList<>(List.of("-c", script, device));
    start.addAll(words);
    start.forEach(word -> line.addArgument(word, false));
    int code = executor.execute(line, env);
    if (code == Executor.INVALID_EXITVALUE) {
      throw new InterruptedException();
    }
    return code;
  }

  private DefaultExecutor executor(OutputStream output) {
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
    return executor;
  }

  /// True while one of its processes waits for somebody to type. Looks through all processes, so it
  /// is for moments when nothing else is said.
  public boolean asks() {
    return terminal.filter(own -> WaitingReader.among(tree.alive(), own.device())).isPresent();
  }

  /// Types a line at its terminal.
  ///
  /// @throws IOException where nobody is there to read it
  public void type(String line) throws IOException {
    asked().line(line);
  }

  /// Tells whoever reads its terminal that nothing more will be typed.
  public void endInput() throws IOException {
    asked().endOfFile();
  }

  private Terminal asked() throws IOException {
    return terminal.orElseThrow(() -> new IOException("whoever asked has ended"));
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
