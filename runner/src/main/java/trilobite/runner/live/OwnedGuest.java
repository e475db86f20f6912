// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vitals;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.core.CoreDump;
import trilobite.runner.core.RamCore;

/// A guest that this process owns.
final class OwnedGuest implements LiveGuest {

  private static final long STOP_PATIENCE_SECONDS = 15;

  private final LiveSession session;
  private final LaunchSpec spec;
  private final RunSheet sheet;
  private final Wires wires;
  private final Ending ending;
  private final Observer observer;
  private final RecordedPackets packets;
  private final Reach reach;

  OwnedGuest(LiveSession session, Ending ending, Observer observer) {
    this.session = session;
    this.spec = session.spec();
    this.sheet = session.sheet();
    this.wires = session.wires();
    this.ending = ending;
    this.observer = observer;
    this.packets = new RecordedPackets(spec.runFolder(), () -> !sheet.ended().isDone());
    this.reach = reach(sheet, wires);
  }

  private static Reach reach(RunSheet sheet, Wires wires) {
    return wires
        .network()
        .map(network -> network.reach(sheet, wires.qmp()))
        .orElse(
            probe ->
                Measured.unknown(
                    "this guest's packets do not pass the relay: give it network mode \"user\""));
  }

  @Override
  public RunStatus status() {
    return sheet.status();
  }

  @Override
  public ConsoleLog console() {
    return wires.console();
  }

  @Override
  public PacketLog packets() {
    return packets;
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
  public Reach reach() {
    return reach;
  }

  @Override
  public Limits limits() {
    return ending.ours()
        ? Limits.NONE
        : new Limits(false, theirs(), "", wires.line().untyped(), TapWire.UNSENT, "", TapWire.SEEN);
  }

  private String theirs() {
    return "This guest belongs to the command that started it and is not ended from here. End it"
        + " there, or by kill "
        + sheet.status().pid().orElse(0)
        + ".";
  }

  @Override
  public void type(byte[] bytes) throws IOException {
    wires.line().type(bytes);
  }

  @Override
  public void stop() throws IOException {
    if (!ending.ours()) {
      throw new IOException(theirs());
    }
    ending.begin(new Cause.Asked());
    try {
      sheet.ended().get(STOP_PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      throw new IOException(
          "QEMU (process "
              + sheet.status().pid().orElse(0)
              + ") was killed, but the kernel has not let go of it yet.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void pause() throws IOException {
    wires.qmp().execute("stop");
  }

  @Override
  public void resume() throws IOException {
    wires.qmp().execute("cont");
  }

  @Override
  public CoreWritten dump(Path file, JobContext context) throws IOException {
    var qmp = wires.qmp();
    var folder = spec.runtimeFolder();
    if (!ending.ours()) {
      return new CoreDump(qmp, folder, spec.memory(), session::openMemory, spec.kernel())
          .write(file, context);
    }
    try (var ram = session.openMemory()) {
      return new RamCore(qmp, folder, ram, spec.kernel()).write(file, context);
    }
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    return sheet.listen(listener);
  }

  @Override
  public CompletableFuture<Verdict> ended() {
    return sheet.ended().copy();
  }
}
