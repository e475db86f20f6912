// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.job;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import trilobite.model.job.Job;
import trilobite.model.job.JobStatus;
import trilobite.model.job.JobStatus.State;

@Timeout(30)
class ThreadJobsTest {

  private final ThreadJobs jobs = new ThreadJobs();

  @Test
  void resultComesAfterTheJobLeftTheList() throws Exception {
    var job = jobs.start(new Job<>("add", context -> 1 + 1));
    assertThat(job.result().get(10, SECONDS)).isEqualTo(2);
    assertThat(jobs.running()).isEmpty();
    assertThat(job.status().state()).isEqualTo(State.DONE);
  }

  @Test
  void runningJobsShowTheirProgressOldestFirst() throws Exception {
    var reported = new CountDownLatch(2);
    var go = new CountDownLatch(1);
    var first = jobs.start(new Job<>("first", context -> work(context::progress, reported, go)));
    jobs.start(new Job<>("second", context -> work(context::progress, reported, go)));
    reported.await();
    assertThat(jobs.running()).extracting(JobStatus::name).containsExactly("first", "second");
    assertThat(jobs.running().getFirst().fraction()).isEqualTo(0.5);
    assertThat(jobs.running().getFirst().detail()).isEqualTo("half");
    go.countDown();
    first.result().get(10, SECONDS);
  }

  private interface Progress {
    void report(double fraction, String detail);
  }

  private static String work(Progress progress, CountDownLatch reported, CountDownLatch go)
      throws InterruptedException {
    progress.report(0.5, "half");
    reported.countDown();
    go.await();
    return "";
  }

  @Test
  void cancelRunsWhatEndsTheWorkOnce() throws Exception {
    var waiting = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    var job =
        jobs.start(
            new Job<>(
                "wait",
                context -> {
                  context.onCancel(stopped::countDown);
                  waiting.countDown();
                  stopped.await();
                  throw new IOException("ended half-way");
                }));
    waiting.await();
    job.cancel();
    job.cancel();
    assertThatThrownBy(() -> job.result().get(10, SECONDS))
        .isInstanceOf(CancellationException.class);
    assertThat(job.status().state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void cancelBeforeTheWorkRegistersItsEndRunsItAtOnce() throws Exception {
    var go = new CountDownLatch(1);
    var stopped = new CountDownLatch(1);
    var job =
        jobs.start(
            new Job<>(
                "late",
                context -> {
                  go.await();
                  context.onCancel(stopped::countDown);
                  return context.cancelled();
                }));
    job.cancel();
    assertThat(job.status().state()).isEqualTo(State.CANCELLING);
    go.countDown();
    assertThat(job.result().get(10, SECONDS)).isTrue();
    assertThat(stopped.getCount()).isZero();
  }

  @Test
  void failureReachesTheFuture() {
    var job =
        jobs.start(
            new Job<>(
                "fail",
                context -> {
                  throw new IOException("no");
                }));
    assertThatThrownBy(() -> job.result().get(10, SECONDS))
        .isInstanceOf(ExecutionException.class)
        .hasRootCauseMessage("no");
    assertThat(job.status().state()).isEqualTo(State.FAILED);
  }

  @Test
  void whoeverCancelsTheFutureOnlyStopsListening() throws Exception {
    var go = new CountDownLatch(1);
    var job =
        jobs.start(
            new Job<>(
                "go on",
                context -> {
                  go.await();
                  return "done";
                }));
    job.result().cancel(true);
    go.countDown();
    assertThat(job.result().get(10, SECONDS)).isEqualTo("done");
  }
}
