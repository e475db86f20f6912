// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.time.RunClock;

/// A changed copy of a run's status.
final class RunStatuses {

  private final RunStatus from;
  private final RunState state;
  private final String why;
  private Optional<Verdict> verdict;
  private OptionalLong pid;
  private Optional<RunClock> clock;
  private OptionalDouble processMillis;
  private OptionalDouble firstByte;
  private OptionalDouble ready;
  private OptionalDouble endedAt;

  private RunStatuses(RunStatus from, RunState state, String why) {
    this.from = from;
    this.state = state;
    this.why = why;
    this.verdict = from.verdict();
    this.pid = from.pid();
    this.clock = from.clock();
    this.processMillis = from.processMillis();
    this.firstByte = from.firstByte();
    this.ready = from.ready();
    this.endedAt = from.endedAt();
  }

  static RunStatuses with(RunStatus from, RunState state, String why) {
    return new RunStatuses(from, state, why);
  }

  RunStatuses verdict(Verdict value) {
    verdict = Optional.of(value);
    return this;
  }

  RunStatuses pid(long value) {
    pid = OptionalLong.of(value);
    return this;
  }

  RunStatuses clock(RunClock value) {
    clock = Optional.of(value);
    return this;
  }

  RunStatuses processMillis(double value) {
    processMillis = OptionalDouble.of(value);
    return this;
  }

  RunStatuses firstByte(double value) {
    firstByte = OptionalDouble.of(value);
    return this;
  }

  RunStatuses ready(double value) {
    ready = OptionalDouble.of(value);
    return this;
  }

  RunStatuses endedAt(double value) {
    endedAt = OptionalDouble.of(value);
    return this;
  }

  RunStatus build() {
    return new RunStatus(
        from.id(),
        from.project(),
        from.target(),
        state,
        verdict,
        why,
        pid,
        from.accelerator(),
        clock,
        processMillis,
        firstByte,
        ready,
        from.forwards(),
        endedAt);
  }
}
