// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import trilobite.runner.thread.Threads;

/// A QEMU of somebody else's. Nothing here ever ends it; how it ended, only its parent learns.
public final class ForeignQemu implements Hold {

  /// The kernel tells the end of a process to its parent only, so others look.
  private static final long LOOK_NANOS = 100_000_000;

  /// Behind the name's closing parenthesis, in the line of `proc_pid_stat(5)`.
  private static final int STATE = 0;

  private static final int START = 22 - 3;

  private final CompletableFuture<QemuExit> exited = new CompletableFuture<>();

  private ForeignQemu() {}

  /// Watches a process that is there; one that is gone counts as ended.
  public static ForeignQemu of(long pid) {
    var qemu = new ForeignQemu();
    var start = start(pid);
    Threads.waiting("qemu-" + pid, () -> qemu.watch(pid, start));
    return qemu;
  }

  private void watch(long pid, Optional<String> start) {
    while (start.isPresent() && start(pid).equals(start)) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
    exited.complete(QemuExit.UNSEEN);
  }

  /// When it started; empty for one that is gone, or that only waits for its parent to ask.
  private static Optional<String> start(long pid) {
    try {
      var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      boolean gone = fields[STATE].equals("Z") || fields[STATE].equals("X");
      return gone ? Optional.empty() : Optional.of(fields[START]);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public CompletableFuture<QemuExit> exited() {
    return exited;
  }

  @Override
  public boolean kill() {
    return exited.isDone();
  }

  @Override
  public boolean ours() {
    return false;
  }
}
