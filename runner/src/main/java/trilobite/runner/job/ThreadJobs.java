// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.job;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import trilobite.model.job.Job;
import trilobite.model.job.JobStatus;
import trilobite.model.port.Jobs;
import trilobite.runner.thread.Threads;

/// [Jobs], each on a virtual thread.
public final class ThreadJobs implements Jobs, AutoCloseable {

  private final AtomicLong ids = new AtomicLong();
  private final Map<Long, RunningJob<?>> running = new ConcurrentHashMap<>();

  @Override
  public <T> Running<T> start(Job<T> job) {
    long id = ids.incrementAndGet();
    var started = new RunningJob<>(id, job);
    running.put(id, started);
    Threads.waiting("job-" + id + " " + job.name(), () -> run(id, started));
    return started;
  }

  private void run(long id, RunningJob<?> job) {
    // It counts as over before anybody hears that it is.
    job.run(() -> running.remove(id));
  }

  @Override
  public List<JobStatus> running() {
    return running.values().stream()
        .map(RunningJob::status)
        .sorted(Comparator.comparingLong(JobStatus::id))
        .toList();
  }

  @Override
  public void cancel(long id) {
    Optional.ofNullable(running.get(id)).ifPresent(RunningJob::cancel);
  }

  /// Asks all jobs to end; returns at once.
  @Override
  public void close() {
    running.values().forEach(RunningJob::cancel);
  }
}
