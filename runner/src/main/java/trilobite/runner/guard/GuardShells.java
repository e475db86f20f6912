// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shells that become guards. Starting a process takes a JVM some milliseconds, so one may wait in
/// reserve: it reads its script from us, and ends when we do. Safe from any thread.
public final class GuardShells implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuardShells.class);

  private Optional<Process> spare = Optional.empty();
  private boolean reserve;
  private boolean closed;

  /// From now on one is kept in reserve. Blocks for some milliseconds.
  public void prepare() {
    synchronized (this) {
      reserve = true;
    }
    refill();
  }

  /// Replaces the one that was taken, where one is to be kept at all.
  public synchronized void refill() {
    if (!reserve || closed || spare.filter(Process::isAlive).isPresent()) {
      return;
    }
    try {
      spare = Optional.of(fresh());
    } catch (IOException e) {
      // The launch tries again, and tells it where that fails too.
      LOG.debug("no shell is kept in reserve", e);
    }
  }

  /// One that waits for its script.
  ///
  /// @throws IOException where no process can be started
  Process take() throws IOException {
    synchronized (this) {
      var waiting = spare.filter(Process::isAlive);
      spare = Optional.empty();
      if (waiting.isPresent()) {
        return waiting.get();
      }
    }
    return fresh();
  }

  /// A session of its own keeps the terminal's Ctrl C from QEMU, which is for the owner to handle.
  private static Process fresh() throws IOException {
    return new ProcessBuilder("setsid", "sh").start();
  }

  @Override
  public synchronized void close() {
    closed = true;
    spare.ifPresent(Process::destroy);
  }
}
