// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import java.util.Optional;
import trilobite.model.job.JobContext;

/// Long work that an owner does for somebody at the other end of a connection.
final class RemoteJob implements JobContext {

  private volatile double fraction;
  private volatile boolean cancelled;
  private Optional<Runnable> stop = Optional.empty();

  double fraction() {
    return fraction;
  }

  synchronized void cancel() {
    cancelled = true;
    stop.ifPresent(Runnable::run);
  }

  @Override
  public void progress(double done, String detail) {
    fraction = done;
  }

  @Override
  public boolean cancelled() {
    return cancelled;
  }

  @Override
  public synchronized void onCancel(Runnable next) {
    stop = Optional.of(next);
    if (cancelled) {
      next.run();
    }
  }
}
