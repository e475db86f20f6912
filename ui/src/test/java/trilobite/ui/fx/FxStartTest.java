// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.job.Job;
import trilobite.model.job.JobStatus;
import trilobite.model.port.Jobs;
import trilobite.ui.testing.OnFx;

@Tag("ui")
class FxStartTest {

  private final List<String> order = new ArrayList<>();

  @Test
  void aJobThatEndsAtOnceComesBackAfterItsCallerHoldsIt() {
    start(CompletableFuture.completedFuture("done"));
    OnFx.await("its end", () -> order.size() == 2);
    assertThat(order).containsExactly("held", "done");
  }

  @Test
  void oneThatFailsAtOnceToo() {
    start(CompletableFuture.failedFuture(new IllegalStateException("failed")));
    OnFx.await("its end", () -> order.size() == 2);
    assertThat(order).containsExactly("held", "failed");
  }

  private void start(CompletableFuture<String> outcome) {
    OnFx.run(
        () -> {
          var _ =
              Fx.start(
                  new Ended(outcome),
                  new Job<>("Ends at once", _ -> "unused"),
                  order::add,
                  failure -> order.add(failure.getMessage()));
          order.add("held");
        });
  }

  /// Whose jobs have ended before they are given back, as a short one may.
  private record Ended(CompletableFuture<String> outcome) implements Jobs {

    @Override
    @SuppressWarnings("unchecked") // The only job asked for has this type.
    public <T> Running<T> start(Job<T> job) {
      return new Gone<>((CompletableFuture<T>) outcome);
    }

    @Override
    public List<JobStatus> running() {
      return List.of();
    }

    @Override
    public void cancel(long id) {}
  }

  private record Gone<T>(CompletableFuture<T> result) implements Jobs.Running<T> {

    @Override
    public long id() {
      return 1;
    }

    @Override
    public JobStatus status() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void cancel() {}
  }
}
