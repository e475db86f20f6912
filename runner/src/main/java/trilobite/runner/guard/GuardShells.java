// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Shells that become guards. Starting a process takes a JVM some milliseconds, so one may wait in
/// reserve, which ends when we do. Safe from any thread.
public final class GuardShells implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GuardShells.class);

  private Optional<GuardShell> spare = Optional.empty();
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
    if (!reserve || closed || spare.filter(GuardShell::alive).isPresent()) {
      return;
    }
    try {
      spare = Optional.of(GuardShell.start());
    } catch (IOException e) {
      // The launch tries again, and tells it where that fails too.
      LOG.debug("no shell is kept in reserve", e);
    }
  }

  /// One that waits for its words.
  ///
  /// @throws IOException where no process can be started
  GuardShell take() throws IOException {
    synchronized (this) {
      var waiting = spare.filter(GuardShell::alive);
      spare = Optional.empty();
      if (waiting.isPresent()) {
        return waiting.get();
      }
    }
    return GuardShell.start();
  }

  @Override
  public synchronized void close() {
    closed = true;
    spare.ifPresent(GuardShell::end);
  }
}
