// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import trilobite.runner.thread.Threads;

/// A small shell that stays beside QEMU ([GuardShell]). It blocks on a pipe from us: when the pipe
/// ends, because we closed it or died in whatever way, it kills QEMU. When the guard itself dies,
/// the kernel kills QEMU (`setpriv --pdeathsig`). That signal is tied to the guard's only thread;
/// tied to one of the JVM's it would fire when that thread ends.
public final class Guard implements Hold, AutoCloseable {

  private static final Duration GUARD_PATIENCE = Duration.ofSeconds(2);

  private final Process shell;
  private final long pid;
  private final OutputStream lifeline;
  private final ErrorTail errors = new ErrorTail();
  private final CompletableFuture<QemuExit> exited = new CompletableFuture<>();

  private Guard(GuardShell shell) {
    this.shell = shell.process();
    this.pid = shell.child();
    this.lifeline = this.shell.getOutputStream();
  }

  /// Starts QEMU by a shell of its own and returns at once.
  ///
  /// @throws IOException where the guard itself cannot be started
  public static Guard start(List<String> command, Path folder) throws IOException {
    try (var shells = new GuardShells()) {
      return start(shells, command, folder);
    }
  }

  /// Starts QEMU and returns at once.
  ///
  /// @param shells where the guard comes from
  /// @param command QEMU's words, program first
  /// @param folder working directory
  /// @throws IOException where the guard itself cannot be started
  public static Guard start(GuardShells shells, List<String> command, Path folder)
      throws IOException {
    var script = script(command, folder);
    var guard = new Guard(shells.take());
    try {
      guard.lifeline.write(script);
      guard.lifeline.flush();
    } catch (IOException e) {
      guard.shell.destroyForcibly();
      throw e;
    }
    Threads.waiting("guard-errors", guard::watch);
    return guard;
  }

  /// The guard's child reads this from the pipe that the guard blocks on afterwards. In braces, so
  /// that nothing of it runs before all of it has come.
  private static byte[] script(List<String> command, Path folder) throws IOException {
    var words = command.stream().map(Guard::quoted).collect(Collectors.joining(" "));
    var script =
        """
        {
        cd %s || exit
        kill -USR1 "$PPID"
        exec %s </dev/null
        }
        """
            .formatted(quoted(folder.toString()), words);
    if (script.indexOf('\0') >= 0) {
      throw new IOException("no command can hold a zero byte");
    }
    return script.getBytes(StandardCharsets.UTF_8);
  }

  /// Means itself to a shell, whatever it holds.
  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /// QEMU's own process id.
  public long pid() {
    return pid;
  }

  @Override
  public CompletableFuture<QemuExit> exited() {
    return exited;
  }

  /// Kills QEMU, even one that is stopped by a signal, and waits until it is gone.
  ///
  /// @return false where the kernel did not let go of it within seconds
  @Override
  public boolean kill() {
    cut();
    try {
      exited.get(GUARD_PATIENCE.toMillis() * 2, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return exited.isDone();
    }
  }

  @Override
  public boolean ours() {
    return true;
  }

  @Override
  public void close() {
    kill();
  }

  /// Ends QEMU like [#kill()] without waiting for it.
  public void cut() {
    try {
      lifeline.close();
    } catch (IOException e) {
      // The guard is gone already, and QEMU with it.
    }
  }

  /// Runs until QEMU's end: its standard error is open in no other process.
  private void watch() {
    errors.drain(shell.getErrorStream());
    cut();
    int status = -1;
    try {
      if (shell.waitFor(GUARD_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        status = shell.exitValue();
      } else {
        // A guard that somebody stopped cannot tell; without it the kernel ends QEMU.
        shell.destroyForcibly();
      }
    } catch (InterruptedException e) {
      shell.destroyForcibly();
    }
    exited.complete(new QemuExit(status, errors.text()));
  }
}
