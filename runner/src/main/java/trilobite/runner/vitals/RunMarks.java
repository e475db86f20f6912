// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.util.concurrent.atomic.AtomicBoolean;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.time.Mark;

/// Puts the events of a run on its time axis.
final class RunMarks {

  private final LiveVitals vitals;
  private final RunTime time;
  private final AtomicBoolean booted = new AtomicBoolean();
  private boolean paused;

  RunMarks(LiveVitals vitals, RunTime time) {
    this.vitals = vitals;
    this.time = time;
  }

  /// What happened before anybody listened.
  void before(RunStatus status) {
    status.firstByte().ifPresent(this::boot);
  }

  /// Called in order, on one thread at a time.
  void take(RunEvent event) {
    switch (event) {
      case RunEvent.Started started -> {}
      case RunEvent.Booted(var t) -> boot(t);
      case RunEvent.Ready(var t, var forwards) -> mark(t, Mark.Kind.READY, "ready");
      case RunEvent.Changed(var state, var why) -> change(state);
      case RunEvent.Note(var t, var text) -> mark(t, Mark.Kind.INFO, text);
      case RunEvent.Ended(var verdict, var why, var t) -> {
        var end = t.orElseGet(time::now);
        vitals.end(end);
        mark(end, verdict.fine() ? Mark.Kind.STOP : Mark.Kind.CRASH, verdict.word());
      }
    }
  }

  private void boot(double t) {
    if (booted.compareAndSet(false, true)) {
      mark(t, Mark.Kind.BOOT, "first byte");
    }
  }

  private void change(RunState state) {
    if (state == RunState.PAUSED) {
      paused = true;
      mark(time.now(), Mark.Kind.PAUSE, "paused");
    } else if (paused && state.alive()) {
      paused = false;
      mark(time.now(), Mark.Kind.RESUME, "resumed");
    }
  }

  private void mark(double t, Mark.Kind kind, String text) {
    vitals.mark(new Mark(t, kind, text));
  }
}
