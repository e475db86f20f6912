// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import trilobite.model.run.RunEvent;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.guard.Hold;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.thread.Threads;

/// Ends a run exactly once, whatever came first: takes the last samples, ends QEMU, keeps what was
/// said, decides the verdict, remembers it, cleans up.
final class Ending {

  private static final Duration QUIT_PATIENCE = Duration.ofMillis(500);
  private static final Duration DRAIN_PATIENCE = Duration.ofSeconds(2);

  private final LaunchSpec spec;
  private final RunSheet sheet;
  private final Hold hold;
  private final CompletableFuture<Wires> wires = new CompletableFuture<>();
  private final CompletableFuture<Observer> observer = new CompletableFuture<>();
  private final CompletableFuture<CompletableFuture<?>> papers = new CompletableFuture<>();
  private final AtomicBoolean begun = new AtomicBoolean();
  private final ForeignEnd foreign = new ForeignEnd();
  private boolean remembered;

  Ending(LaunchSpec spec, RunSheet sheet, Hold hold) {
    this.spec = spec;
    this.sheet = sheet;
    this.hold = hold;
  }

  /// From here on the run can end; causes that came before wait for this.
  ///
  /// @param before what must be done before the last record is written
  void arm(Wires connected, Observer watching, CompletableFuture<?> before) {
    papers.complete(before);
    observer.complete(watching);
    wires.complete(connected);
    sheet.listen(this::noted);
  }

  /// Who looks at the record while the guest runs, or after this program was killed, finds how long
  /// the guest took to boot.
  private void noted(RunEvent event) {
    if (event instanceof RunEvent.Ready) {
      await(papers.join());
      keep(Optional.empty(), OptionalDouble.empty());
    }
  }

  /// Begins the end, unless it has begun. Returns at once. A QEMU of somebody else's ends when it
  /// does; what it said of that before is remembered.
  void begin(Cause cause) {
    if (hold.ours()) {
      end(cause);
    } else {
      foreign.of(cause).ifPresent(this::end);
    }
  }

  private void end(Cause cause) {
    if (begun.compareAndSet(false, true)) {
      double t = sheet.now();
      Threads.waiting("run-end", () -> finish(cause, t));
    }
  }

  /// Somebody asked the guest to power off, which is no end yet.
  void powerAsked() {
    foreign.powerAsked();
  }

  /// True where the guest is ours to end.
  boolean ours() {
    return hold.ours();
  }

  boolean begun() {
    return begun.get();
  }

  /// Whatever fails on the way is logged; who waits for the end hears of it all the same.
  private void finish(Cause cause, double t) {
    var connected = wires.join();
    boolean gone = false;
    try {
      gone = windUp(cause, connected);
    } finally {
      // Not yet, where something failed before it.
      gone = gone || (hold.ours() && hold.kill());
      var judgement =
          Judgement.of(
              cause, connected.watch().panic(), connected.watch().end(), t, spec.exitDevice());
      try {
        putAway(judgement, t, gone);
      } finally {
        sheet.end(judgement, t);
      }
    }
  }

  /// Takes the last samples, ends QEMU and reads what it still said; true where QEMU is gone.
  private boolean windUp(Cause cause, Wires connected) {
    var watching = observer.join();
    if (cause.fell()) {
      watching.fell();
    }
    watching.close();
    if (!hold.ours()) {
      connected.line().close();
    } else if (!(cause instanceof Cause.Gone || cause instanceof Cause.Broken)) {
      quit(connected);
    }
    boolean gone = hold.kill();
    await(connected.line().drained());
    await(connected.watch().finished());
    connected.qmp().close();
    connected.network().ifPresent(Wire::close);
    return gone;
  }

  private void putAway(Judgement judgement, double t, boolean gone) {
    await(papers.join());
    remember(judgement, t);
    try {
      if (gone || hold.ours()) {
        RuntimeFolders.remove(spec.runtimeFolder());
      }
    } catch (IOException e) {
      sheet.note(spec.runtimeFolder() + " could not be removed: " + e.getMessage());
    }
  }

  /// A QEMU that quits by itself writes out what its block layer holds; one that does not is
  /// killed.
  private void quit(Wires connected) {
    try {
      connected.qmp().execute("quit", Map.of(), QUIT_PATIENCE);
      hold.exited().get(QUIT_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (IOException | ExecutionException | TimeoutException e) {
      // The guard's kill comes next and needs nobody's consent.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CompletableFuture<?> future) {
    try {
      future.get(DRAIN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // What is there is kept; an end that never comes must not hold up the run's.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void remember(Judgement judgement, double t) {
    keep(Optional.of(judgement), OptionalDouble.of(t));
  }

  /// Writes the record, but nothing over the last one.
  private synchronized void keep(Optional<Judgement> judgement, OptionalDouble duration) {
    if (remembered) {
      return;
    }
    remembered = judgement.isPresent();
    try {
      RunFile.write(Papers.record(spec, sheet, judgement, duration));
    } catch (IOException e) {
      sheet.note(
          "The run's record could not be written: "
              + FileTrouble.reason(e)
              + ". It will not be remembered how this run "
              + (remembered ? "ended" : "began")
              + "; free some space.");
    }
  }
}
