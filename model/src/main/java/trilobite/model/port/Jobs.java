// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import trilobite.model.job.Job;
import trilobite.model.job.JobStatus;

/// Runs jobs on threads of its own and remembers which are under way.
public interface Jobs {

  /// Starts the job. The future completes on a job thread; views hop to theirs.
  <T> Running<T> start(Job<T> job);

  /// Jobs under way, oldest first.
  List<JobStatus> running();

  /// Asks the job of this id to end, if it is under way; returns at once.
  void cancel(long id);

  /// A started job.
  interface Running<T> {
    long id();

    CompletableFuture<T> result();

    JobStatus status();

    /// Asks it to end; returns at once. A cancelled job leaves no half file.
    void cancel();
  }
}
