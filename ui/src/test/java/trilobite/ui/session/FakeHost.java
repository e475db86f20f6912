// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.job.JobStatus;
import trilobite.model.port.Jobs;
import trilobite.model.project.TextPlace;
import trilobite.ui.panel.Toast;

/// A window that runs jobs at once, where it was told to in the test's own thread; or holds them.
final class FakeHost implements Host {

  final List<Toast> toasts = new ArrayList<>();
  final List<String> revealed = new ArrayList<>();
  final List<Path> opened = new ArrayList<>();
  private final List<Runnable> held = new ArrayList<>();
  private String holding = "\0";
  boolean saves = true;
  boolean leaves = true;

  /// A job that was cancelled comes to its end all the same, as one does that was nearly there.
  boolean late;

  /// Jobs whose name begins so wait until [#release].
  void hold(String beginning) {
    holding = beginning;
  }

  void release() {
    holding = "\0";
    var waiting = List.copyOf(held);
    held.clear();
    waiting.forEach(Runnable::run);
  }

  @Override
  public <T> Jobs.Running<T> background(
      Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    var result = new CompletableFuture<T>();
    Runnable work = () -> work(job, result, done, failed);
    if (job.name().startsWith(holding)) {
      held.add(work);
    } else {
      work.run();
    }
    return running(job.name(), result);
  }

  private <T> void work(
      Job<T> job,
      CompletableFuture<T> result,
      Consumer<? super T> done,
      Consumer<? super Throwable> failed) {
    if (result.isCancelled() && !late) {
      return;
    }
    try {
      var value = job.work().run(JobContext.unwatched());
      result.complete(value);
      done.accept(value);
    } catch (Exception failure) {
      result.completeExceptionally(failure);
      failed.accept(failure);
    }
  }

  private static <T> Jobs.Running<T> running(String name, CompletableFuture<T> result) {
    return new Jobs.Running<>() {
      @Override
      public long id() {
        return 1;
      }

      @Override
      public CompletableFuture<T> result() {
        return result;
      }

      @Override
      public JobStatus status() {
        return new JobStatus(1, name, Double.NaN, "", JobStatus.State.RUNNING, 0);
      }

      @Override
      public void cancel() {
        result.cancel(false);
      }
    };
  }

  @Override
  public void toast(Toast toast) {
    toasts.add(toast);
  }

  @Override
  public void reveal(String panelId) {
    revealed.add(panelId);
  }

  @Override
  public void reveal(String panelId, String what) {
    revealed.add(panelId + " " + what);
  }

  @Override
  public void bring(String panelId) {
    revealed.add(panelId);
  }

  @Override
  public void openFile(Path file, Optional<TextPlace> place) {
    opened.add(file);
  }

  @Override
  public void moved(Path from, Path to) {
    opened.add(to);
  }

  @Override
  public void saveAll(Runnable then) {
    if (saves) {
      then.run();
    }
  }

  @Override
  public void leaveFiles(Runnable then) {
    if (leaves) {
      then.run();
    }
  }
}
