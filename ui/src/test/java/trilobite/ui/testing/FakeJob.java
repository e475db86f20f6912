// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import trilobite.model.job.JobContext;
import trilobite.model.job.JobStatus;
import trilobite.model.job.JobStatus.State;
import trilobite.model.port.Jobs;

/// A job of [FakeJobs].
final class FakeJob<T> implements Jobs.Running<T>, JobContext {

  private final long id;
  private final String name;
  private final CompletableFuture<T> result;
  private final List<Runnable> stops = new CopyOnWriteArrayList<>();
  private volatile double fraction = Double.NaN;
  private volatile String detail = "";
  private volatile State state = State.RUNNING;

  FakeJob(long id, String name, CompletableFuture<T> result) {
    this.id = id;
    this.name = name;
    this.result = result;
  }

  /// It runs until whoever waits for its result has been told: a test that waits for the last job
  /// finds what came of it on its way to the JavaFX thread.
  void finish(T value, List<FakeJob<?>> running) {
    if (cancelled()) {
      state = State.CANCELLED;
      result.cancel(false);
    } else {
      state = State.DONE;
      result.complete(value);
    }
    running.remove(this);
  }

  void fail(Throwable failure, List<FakeJob<?>> running) {
    if (cancelled()) {
      state = State.CANCELLED;
      result.cancel(false);
    } else {
      state = State.FAILED;
      result.completeExceptionally(failure);
    }
    running.remove(this);
  }

  @Override
  public long id() {
    return id;
  }

  @Override
  public CompletableFuture<T> result() {
    return result;
  }

  @Override
  public JobStatus status() {
    return new JobStatus(id, name, fraction, detail, state, 400);
  }

  @Override
  public void cancel() {
    state = State.CANCELLING;
    stops.forEach(Runnable::run);
  }

  @Override
  public void progress(double next, String text) {
    fraction = next;
    detail = text;
  }

  @Override
  public boolean cancelled() {
    return state == State.CANCELLING || state == State.CANCELLED;
  }

  @Override
  public void onCancel(Runnable stop) {
    stops.add(stop);
    if (cancelled()) {
      stop.run();
    }
  }
}
