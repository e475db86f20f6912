// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import trilobite.model.console.ConsoleLog;
import trilobite.model.guest.Eyes;
import trilobite.model.job.JobContext;
import trilobite.model.job.Subscription;
import trilobite.model.packet.PacketLog;
import trilobite.model.port.LiveGuest;
import trilobite.model.reach.Reach;
import trilobite.model.reading.Measured;
import trilobite.model.run.CoreWritten;
import trilobite.model.run.Limits;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vitals;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.console.ConsoleLine;
import trilobite.runner.core.CoreDump;
import trilobite.runner.domain.DomainMonitor;
import trilobite.runner.live.Judgement;
import trilobite.runner.live.Observer;
import trilobite.runner.live.Papers;
import trilobite.runner.live.RunFile;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.thread.Threads;

/// A guest that somebody else started. To stop it here is to let go of it: it goes on as it was
/// before, resumed where it was paused from here.
final class AttachedGuest implements LiveGuest {

  private static final long PATIENCE_SECONDS = 15;
  private static final String LET_GO = "Trilobite let go of it; the guest goes on.";

  private final AttachedSession session;
  private final Wires wires;
  private final Observer observer;
  private final AtomicBoolean begun = new AtomicBoolean();

  /// What connects us to it, each where it can be had.
  ///
  /// @param leave gives the monitor back
  /// @param untyped why nothing can be typed; empty where it can
  record Wires(Runnable leave, Optional<ConsoleLine> line, String untyped) {}

  private static final String UNSENT =
      "Nothing can be sent to this guest: no relay of Trilobite's is on its wire. A guest that"
          + " trilobite run starts can be asked.";

  AttachedGuest(AttachedSession session, Wires wires, Observer observer) {
    this.session = session;
    this.wires = wires;
    this.observer = observer;
  }

  /// Ends when the process does.
  void watch() {
    var process = ProcessHandle.of(session.qemuPid());
    if (process.isEmpty()) {
      end(Verdict.LOST, "Its process has ended; nobody here saw how.");
      return;
    }
    var _ =
        process
            .get()
            .onExit()
            .thenRun(() -> end(Verdict.LOST, "Its process has ended; nobody here saw how."));
  }

  /// The guest has ended, by QEMU's word.
  void over(String reason) {
    switch (reason) {
      case "guest-shutdown" -> end(Verdict.POWEROFF, "The guest powered off.");
      case "guest-reset", "guest-panic" -> end(Verdict.CRASHED, "QEMU reports " + reason + ".");
      default -> end(Verdict.STOPPED, "It was ended by its owner (" + reason + ").");
    }
  }

  private void end(Verdict verdict, String why) {
    if (begun.compareAndSet(false, true)) {
      double t = session.sheet().now();
      Threads.waiting("detach", () -> finish(new Judgement(verdict, why), t));
    }
  }

  private void finish(Judgement judgement, double t) {
    session.tapping().end();
    observer.close();
    wires.line().ifPresent(ConsoleLine::close);
    giveBack();
    try {
      RunFile.write(
          Papers.record(
              session.spec(), session.sheet(), Optional.of(judgement), OptionalDouble.of(t)));
      RuntimeFolders.remove(session.runtimeFolder());
    } catch (IOException e) {
      session.sheet().note("The run's folders could not be put right: " + e.getMessage());
    }
    session.sheet().end(judgement, t);
  }

  private void giveBack() {
    if (session.qmp().here() && session.status().state() == RunState.PAUSED) {
      try {
        session.qmp().execute("cont");
      } catch (IOException e) {
        session.sheet().note("The guest could not be resumed: " + e.getMessage());
      }
    }
    wires.leave().run();
  }

  @Override
  public RunStatus status() {
    return session.status();
  }

  @Override
  public ConsoleLog console() {
    return session.console();
  }

  @Override
  public PacketLog packets() {
    return new RecordedPackets(session.runFolder(), () -> !begun.get());
  }

  @Override
  public Vitals vitals() {
    return observer.vitals();
  }

  @Override
  public Eyes eyes() {
    return observer.eyes();
  }

  @Override
  public Limits limits() {
    var pause = session.monitor() instanceof NoMonitor(var why) ? why + "." : "";
    var type = wires.untyped().isEmpty() ? "" : "Nothing can be typed: " + wires.untyped() + ".";
    var dump = pause.isEmpty() ? elsewhere().orElse("") : pause;
    return new Limits(true, "", pause, type, UNSENT, dump, session.tapping().why());
  }

  @Override
  public Reach reach() {
    return probe -> Measured.unknown(UNSENT);
  }

  @Override
  public void type(byte[] bytes) throws IOException {
    if (!wires.untyped().isEmpty()) {
      throw new IOException("Nothing was typed: " + wires.untyped() + ".");
    }
    wires.line().orElseThrow(() -> new IOException("The console is closed.")).type(bytes);
  }

  @Override
  public void stop() throws IOException {
    end(Verdict.DETACHED, LET_GO);
    try {
      session.sheet().ended().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException("The guest is not let go of yet: QEMU does not answer.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void pause() throws IOException {
    session.qmp().execute("stop");
  }

  @Override
  public void resume() throws IOException {
    session.qmp().execute("cont");
  }

  @Override
  public void tap() throws IOException {
    session.tapping().begin();
  }

  @Override
  public CoreWritten dump(Path file, JobContext context) throws IOException {
    var elsewhere = elsewhere();
    if (elsewhere.isPresent()) {
      throw new IOException(elsewhere.get());
    }
    return new CoreDump(
            session.qmp(),
            session.runtimeFolder(),
            session.memory(),
            session::openMemory,
            session.image())
        .write(file, context);
  }

  /// Who writes its cores, where that is not us.
  private Optional<String> elsewhere() {
    return session.monitor() instanceof DomainMonitor(var run, var uri, var domain, var heard)
        ? Optional.of(
            "libvirt writes a core of its domain, which ps --core reads: virsh --connect %s dump"
                    .formatted(uri)
                + " --memory-only '%s' FILE".formatted(domain))
        : Optional.empty();
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    return session.listen(listener);
  }

  @Override
  public CompletableFuture<Verdict> ended() {
    return session.sheet().ended().copy();
  }
}
