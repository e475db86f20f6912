// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import trilobite.model.job.Job;
import trilobite.model.job.JobStatus;
import trilobite.model.port.Jobs;

/// Runs jobs on virtual threads.
public final class FakeJobs implements Jobs {

  private final AtomicLong ids = new AtomicLong();
  private final List<FakeJob<?>> running = new CopyOnWriteArrayList<>();
  private final List<JobStatus> shown = new CopyOnWriteArrayList<>();

  /// A job under way that does nothing but stand in the status bar.
  public void show(JobStatus status) {
    shown.add(status);
  }

  @Override
  public <T> Running<T> start(Job<T> job) {
    var started = new FakeJob<T>(ids.incrementAndGet(), job.name(), new CompletableFuture<>());
    running.add(started);
    Thread.startVirtualThread(
        () -> {
          try {
            started.finish(job.work().run(started), running);
          } catch (Throwable failure) {
            started.fail(failure, running);
          }
        });
    return started;
  }

  @Override
  public void cancel(long id) {
    running.stream().filter(job -> job.id() == id).forEach(FakeJob::cancel);
  }

  @Override
  public List<JobStatus> running() {
    var all = new java.util.ArrayList<>(shown);
    running.forEach(job -> all.add(job.status()));
    return all;
  }
}
