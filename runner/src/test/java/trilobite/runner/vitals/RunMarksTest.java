// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.model.time.Mark;
import trilobite.model.time.RunClock;

class RunMarksTest {

  private long nanos;
  private final RunTime time = new RunTime(new RunClock(Instant.EPOCH, 0), () -> nanos);
  private final LiveVitals vitals = new LiveVitals(time);
  private final RunMarks marks = new RunMarks(vitals, time);

  @Test
  void aLifeIsOnTheAxisInOrder() {
    marks.take(new RunEvent.Booted(40));
    marks.take(new RunEvent.Booted(41));
    marks.take(new RunEvent.Changed(RunState.RUNNING, ""));
    marks.take(new RunEvent.Ready(90, List.of()));
    nanos = 200_000_000;
    marks.take(new RunEvent.Changed(RunState.PAUSED, ""));
    nanos = 300_000_000;
    marks.take(new RunEvent.Changed(RunState.RUNNING, ""));
    marks.take(new RunEvent.Note(250, "slow disk"));
    marks.take(new RunEvent.Ended(Verdict.STOPPED, "asked", Optional.of(400.0)));
    assertThat(vitals.marks())
        .extracting(Mark::t, Mark::kind)
        .containsExactly(
            tuple(40.0, Mark.Kind.BOOT),
            tuple(90.0, Mark.Kind.READY),
            tuple(200.0, Mark.Kind.PAUSE),
            tuple(250.0, Mark.Kind.INFO),
            tuple(300.0, Mark.Kind.RESUME),
            tuple(400.0, Mark.Kind.STOP));
  }

  @Test
  void aBadEndIsACrashAndStopsTheClock() {
    nanos = 999_000_000;
    assertThat(vitals.now()).isEqualTo(999);
    marks.take(new RunEvent.Ended(Verdict.HUNG, "halted", Optional.of(500.0)));
    assertThat(vitals.marks()).containsExactly(new Mark(500, Mark.Kind.CRASH, "hung"));
    assertThat(vitals.now()).isEqualTo(500);
  }
}
