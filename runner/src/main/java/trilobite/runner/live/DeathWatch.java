// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import trilobite.model.run.RunState;
import trilobite.runner.thread.Threads;

/// Looks once a second for deaths of which QEMU tells nothing: a panic that ends in silence, and
/// vCPUs that are all stuck with interrupts off.
final class DeathWatch {

  private static final long BEAT_MILLIS = 1_000;

  /// Beats in a row before a stuck guest counts as hung: a vCPU may be seen between two
  /// instructions.
  private static final int STUCK_BEATS = 3;

  /// A panic is over when the console is silent this long, or after this long altogether.
  private static final double SILENCE_MILLIS = 1_000;

  private static final double LONGEST_PANIC_MILLIS = 5_000;

  private final RunSheet sheet;
  private final Wires wires;
  private final Ending ending;
  private int stuckBeats;
  private double lastByteAt;
  private long lastLength;

  private DeathWatch(RunSheet sheet, Wires wires, Ending ending) {
    this.sheet = sheet;
    this.wires = wires;
    this.ending = ending;
  }

  static void start(RunSheet sheet, Wires wires, Ending ending) {
    Threads.waiting("run-deaths", new DeathWatch(sheet, wires, ending)::work);
  }

  private void work() {
    while (!ending.begun()) {
      try {
        sheet.ended().get(BEAT_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        beat();
      } catch (ExecutionException e) {
        return;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void beat() {
    if (sheet.status().state() == RunState.PAUSED) {
      stuckBeats = 0;
      return;
    }
    stuckBeats = stuck() ? stuckBeats + 1 : 0;
    if (stuckBeats >= STUCK_BEATS) {
      ending.begin(new Cause.Stuck());
    } else if (panicked()) {
      ending.begin(new Cause.PanicLine());
    }
  }

  private boolean panicked() {
    double now = sheet.now();
    long length = wires.console().length();
    if (length != lastLength) {
      lastLength = length;
      lastByteAt = now;
    }
    var hit = wires.watch().panic();
    return hit.isPresent()
        && (now - lastByteAt >= SILENCE_MILLIS || now - hit.get().t() >= LONGEST_PANIC_MILLIS);
  }

  private boolean stuck() {
    try {
      return StuckVcpus.all(wires.qmp());
    } catch (IOException e) {
      // A monitor that does not answer is no sign of what the guest does.
      return false;
    }
  }
}
