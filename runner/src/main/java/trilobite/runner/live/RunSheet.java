// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import trilobite.model.job.Subscription;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.time.HostClock;
import trilobite.model.time.RunClock;

/// The state of a run as a machine: each step changes the status at once and tells the event that
/// belongs to it, in the same order to everybody. Steps that come too late change nothing.
public final class RunSheet {

  private final EventLine events = new EventLine();
  private final CompletableFuture<Verdict> ended = new CompletableFuture<>();
  private volatile RunStatus status;
  private boolean foreign;

  public RunSheet(LaunchSpec spec) {
    this.status =
        new RunStatus(
            spec.id(),
            spec.project().name(),
            spec.target().name(),
            RunState.STARTING,
            Optional.empty(),
            "",
            OptionalLong.empty(),
            Optional.of(spec.accelerator()),
            Optional.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            spec.forwards(),
            OptionalDouble.empty());
  }

  public RunStatus status() {
    return status;
  }

  public Subscription listen(Consumer<RunEvent> listener) {
    return events.listen(listener);
  }

  public CompletableFuture<Verdict> ended() {
    return ended;
  }

  /// The run's clock; until `cont` one that begins now.
  public RunClock clock() {
    return status.clock().orElseGet(() -> new RunClock(HostClock.wall(), HostClock.nanos()));
  }

  /// Run time now, 0 before `cont`.
  public double now() {
    return status.clock().map(clock -> clock.millisAt(HostClock.nanos())).orElse(0.0);
  }

  synchronized void started(long pid, LaunchSpec spec) {
    change(s -> RunStatuses.with(s, s.state(), s.why()).pid(pid).build());
    events.tell(new RunEvent.Started(spec.id(), pid, spec.command().words(), spec.accelerator()));
  }

  synchronized void continued(RunClock clock, double processMillis) {
    change(
        s ->
            RunStatuses.with(s, RunState.BOOTING, "")
                .clock(clock)
                .processMillis(processMillis)
                .build());
    events.tell(new RunEvent.Changed(RunState.BOOTING, ""));
  }

  /// A guest that ran before anybody here looked.
  public synchronized void attached(long pid, RunClock clock, boolean paused) {
    change(s -> RunStatuses.with(s, s.state(), s.why()).pid(pid).clock(clock).build());
    foreign = true;
    enter(paused ? RunState.PAUSED : RunState.RUNNING, "");
  }

  public synchronized void firstByte(double t) {
    change(s -> RunStatuses.with(s, s.state(), s.why()).firstByte(t).build());
    events.tell(new RunEvent.Booted(t));
    if (status.state() == RunState.BOOTING) {
      enter(RunState.RUNNING, "");
    }
  }

  synchronized void ready(double t) {
    change(s -> RunStatuses.with(s, s.state(), s.why()).ready(t).build());
    events.tell(new RunEvent.Ready(t, status.forwards()));
  }

  public synchronized void paused() {
    if (status.state().alive()) {
      enter(RunState.PAUSED, "");
    }
  }

  public synchronized void resumed() {
    if (status.state() == RunState.PAUSED) {
      boolean spoke = status.firstByte().isPresent();
      enter(spoke || foreign ? RunState.RUNNING : RunState.BOOTING, "");
    }
  }

  public void note(String text) {
    events.tell(new RunEvent.Note(now(), text));
  }

  /// The last step.
  public synchronized void end(Judgement judgement, double t) {
    change(
        s ->
            RunStatuses.with(s, RunState.ENDED, judgement.why())
                .verdict(judgement.verdict())
                .endedAt(t)
                .build());
    events.tell(new RunEvent.Changed(RunState.ENDED, judgement.why()));
    events.tell(new RunEvent.Ended(judgement.verdict(), judgement.why(), Optional.of(t)));
    ended.complete(judgement.verdict());
  }

  private void enter(RunState state, String why) {
    change(s -> RunStatuses.with(s, state, why).build());
    events.tell(new RunEvent.Changed(state, why));
  }

  private void change(UnaryOperator<RunStatus> step) {
    status = step.apply(status);
  }
}
