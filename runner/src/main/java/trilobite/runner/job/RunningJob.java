// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.job.JobStatus;
import trilobite.model.job.JobStatus.State;
import trilobite.model.port.Jobs;
import trilobite.model.time.HostClock;

/// One job and its state, which changes under the lock of this object; foreign code is called
/// outside of it.
final class RunningJob<T> implements Jobs.Running<T>, JobContext {

  private static final Logger log = LoggerFactory.getLogger(RunningJob.class);

  private final long id;
  private final Job<T> job;
  private final long started = HostClock.nanos();
  private final CompletableFuture<T> result = new CompletableFuture<>();
  private final List<Runnable> stops = new ArrayList<>();
  private State state = State.RUNNING;
  private double fraction = Double.NaN;
  private String detail = "";
  private Optional<Long> ended = Optional.empty();

  RunningJob(long id, Job<T> job) {
    this.id = id;
    this.job = job;
  }

  /// Does the work on this thread.
  ///
  /// @param over called before the result completes
  void run(Runnable over) {
    try {
      var value = job.work().run(this);
      end(State.DONE);
      over.run();
      result.complete(value);
    } catch (Exception | Error e) {
      boolean asked = cancelled();
      end(State.FAILED);
      over.run();
      result.completeExceptionally(asked ? cancellation(e) : e);
    }
  }

  private CancellationException cancellation(Throwable cause) {
    var cancelled = new CancellationException(job.name() + " was cancelled");
    cancelled.initCause(cause);
    return cancelled;
  }

  private synchronized void end(State otherwise) {
    state = state == State.CANCELLING ? State.CANCELLED : otherwise;
    ended = Optional.of(HostClock.nanos());
    stops.clear();
  }

  @Override
  public long id() {
    return id;
  }

  /// One for each who asks: whoever cancels theirs only stops listening.
  @Override
  public CompletableFuture<T> result() {
    var theirs = new CompletableFuture<T>();
    // By hand: a copy would wrap the reason, and a cancelled job would not look cancelled.
    var _ =
        result.whenComplete(
            (value, problem) -> {
              if (problem == null) {
                theirs.complete(value);
              } else {
                theirs.completeExceptionally(problem);
              }
            });
    return theirs;
  }

  @Override
  public synchronized JobStatus status() {
    long now = ended.orElseGet(HostClock::nanos);
    return new JobStatus(id, job.name(), fraction, detail, state, (now - started) / 1_000_000);
  }

  @Override
  public void cancel() {
    List<Runnable> now;
    synchronized (this) {
      if (state != State.RUNNING) {
        return;
      }
      state = State.CANCELLING;
      now = List.copyOf(stops);
      stops.clear();
    }
    now.forEach(this::stop);
  }

  private void stop(Runnable stop) {
    try {
      stop.run();
    } catch (RuntimeException e) {
      log.error("Cancelling the job \"{}\" failed", job.name(), e);
    }
  }

  @Override
  public synchronized void progress(double newFraction, String newDetail) {
    fraction = newFraction;
    detail = newDetail;
  }

  @Override
  public synchronized boolean cancelled() {
    return state == State.CANCELLING || state == State.CANCELLED;
  }

  @Override
  public void onCancel(Runnable stop) {
    synchronized (this) {
      if (!cancelled()) {
        stops.add(stop);
        return;
      }
    }
    stop(stop);
  }
}
