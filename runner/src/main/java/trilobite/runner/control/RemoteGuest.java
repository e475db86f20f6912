// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
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
import trilobite.model.run.CoreWritten;
import trilobite.model.run.Limits;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.vitals.Vitals;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.console.RecordedConsole;
import trilobite.runner.live.EventLine;
import trilobite.runner.thread.Threads;

/// A guest that another process of this user owns. Its console and packets are read from the run's
/// folder, where they lie byte for byte; everything else comes over the owner's `control.sock`.
public final class RemoteGuest implements LiveGuest {

  private static final Duration BEAT = Duration.ofMillis(250);

  private final Caller caller;
  private final RecordedConsole console;
  private final RecordedPackets packets;
  private final RemoteVitals vitals = new RemoteVitals();
  private final EventLine events = new EventLine();
  private final CompletableFuture<Verdict> ended = new CompletableFuture<>();
  private final Limits limits;
  private volatile RunStatus status;
  private boolean polling;

  private RemoteGuest(Caller caller, Path runFolder, RunStatus status, Limits limits) {
    this.caller = caller;
    this.limits = limits;
    this.status = status;
    this.console = new RecordedConsole(runFolder, () -> !ended.isDone());
    this.packets = new RecordedPackets(runFolder, () -> !ended.isDone());
  }

  /// Connects to a run's owner.
  ///
  /// @throws IOException where nobody answers: the run is over, or its owner hangs
  public static RemoteGuest connect(Path runtimeFolder, Path runFolder) throws IOException {
    var caller = Caller.connect(runtimeFolder.resolve(ControlServer.SOCKET));
    try {
      var status = Wire.read(caller.ask("status"), RunStatus.class);
      var guest = new RemoteGuest(caller, runFolder, status, limits(caller));
      guest.vitals.take(caller.ask("vitals"));
      caller.follow(guest::told, guest::lost);
      caller.ask("follow");
      return guest;
    } catch (IOException | RuntimeException e) {
      caller.close();
      throw e;
    }
  }

  /// An owner of an earlier version does not know the question.
  private static Limits limits(Caller caller) {
    try {
      return Wire.read(caller.ask("limits"), Limits.class);
    } catch (IOException e) {
      return Limits.NONE;
    }
  }

  private void told(JsonNode line) {
    try {
      status = Wire.read(line.path("status"), RunStatus.class);
      var event = Wire.read(line.path("event"), RunEvent.class);
      events.tell(event);
      if (event instanceof RunEvent.Ended end) {
        ended.complete(end.verdict());
      }
    } catch (IOException e) {
      events.tell(new RunEvent.Note(vitals.now(), "The guest's owner said something unknown."));
    }
  }

  /// The connection ended before the run did, as far as we heard.
  private void lost() {
    var why =
        status.target().equals("attached")
            ? "The process that looked into this guest is gone; the guest itself goes on."
            : "The process that owned this guest is gone, and the guest with it.";
    if (!ended.isDone()) {
      // First the status, then the word: whoever waits for the end must not see a running guest.
      status = over(status, why);
      ended.complete(Verdict.LOST);
      events.tell(new RunEvent.Ended(Verdict.LOST, why, Optional.empty()));
    }
  }

  private static RunStatus over(RunStatus s, String why) {
    return new RunStatus(
        s.id(),
        s.project(),
        s.target(),
        RunState.ENDED,
        Optional.of(Verdict.LOST),
        why,
        s.pid(),
        s.accelerator(),
        s.clock(),
        s.processMillis(),
        s.firstByte(),
        s.ready(),
        s.forwards(),
        OptionalDouble.empty());
  }

  @Override
  public RunStatus status() {
    return status;
  }

  @Override
  public ConsoleLog console() {
    return console;
  }

  @Override
  public PacketLog packets() {
    return packets;
  }

  /// From the first call on they are fetched four times a second.
  @Override
  public synchronized Vitals vitals() {
    if (!polling) {
      polling = true;
      Threads.waiting("remote-vitals", this::poll);
    }
    return vitals;
  }

  private void poll() {
    try {
      while (!endedWithin(BEAT)) {
        vitals.take(caller.ask("vitals", "since", vitals.since()));
      }
    } catch (IOException e) {
      // What was fetched stays; the end is told by the connection itself.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean endedWithin(Duration time) throws InterruptedException {
    try {
      ended.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      return true;
    }
  }

  @Override
  public Eyes eyes() {
    return new RemoteEyes(caller);
  }

  @Override
  public Limits limits() {
    return limits;
  }

  @Override
  public Reach reach() {
    return probe -> ReachWire.ask(caller, probe);
  }

  @Override
  public void type(byte[] bytes) throws IOException {
    caller.ask("type", "bytes", Wire.JSON.getNodeFactory().binaryNode(bytes));
  }

  @Override
  public void stop() throws IOException {
    try {
      caller.ask("stop");
    } catch (IOException e) {
      // The owner closes the line once it has told the end, perhaps before it answers.
      if (!ended.isDone()) {
        throw e;
      }
    }
  }

  @Override
  public void pause() throws IOException {
    caller.ask("pause");
  }

  @Override
  public void resume() throws IOException {
    caller.ask("resume");
  }

  @Override
  public void tap() throws IOException {
    caller.ask("tap");
  }

  @Override
  public CoreWritten dump(Path file, JobContext context) throws IOException {
    return new RemoteDump(caller, file).written(context);
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    return events.listen(listener);
  }

  @Override
  public CompletableFuture<Verdict> ended() {
    return ended.copy();
  }
}
