// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import trilobite.runner.guard.Hold;
import trilobite.runner.qmp.QmpClient;
import trilobite.runner.qmp.QmpEvent;
import trilobite.runner.thread.Threads;

/// What a run does about QEMU's events and about the end of its monitor.
record QmpReactions(RunSheet sheet, Ending ending, Hold hold) implements Consumer<QmpEvent> {

  private static final long EXIT_PATIENCE_MILLIS = 1_000;

  /// One that is not ours may take its time between closing its monitor and going.
  private static final long FOREIGN_PATIENCE_MILLIS = 10_000;

  @Override
  public void accept(QmpEvent event) {
    switch (event.name()) {
      case "SHUTDOWN" -> ending.begin(new Cause.Shutdown(event.data().path("reason").asText()));
      case "POWERDOWN" -> ending.powerAsked();
      case "GUEST_PANICKED" -> ending.begin(new Cause.Panicked());
      // A guest that has just died is stopped too, but that is no pause.
      case "STOP" -> {
        if (!ending.begun()) {
          sheet.paused();
        }
      }
      case "RESUME" -> sheet.resumed();
      default -> {
        // Devices and blocks tell much that changes no state.
      }
    }
  }

  /// Watches for QEMU's end, and for a QEMU that lives on without a monitor.
  void watch(QmpClient qmp) {
    var gone = hold.exited().thenAccept(exit -> ending.begin(new Cause.Gone(exit)));
    var _ = qmp.closed().thenAccept(why -> Threads.waiting("qmp-lost", () -> decide(gone, why)));
  }

  private void decide(CompletableFuture<Void> gone, String why) {
    try {
      gone.get(hold.ours() ? EXIT_PATIENCE_MILLIS : FOREIGN_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      ending.begin(new Cause.Broken(why));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
