// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.port.LiveGuest;
import trilobite.model.time.HostClock;
import trilobite.model.time.RunClock;
import trilobite.runner.guard.Guard;
import trilobite.runner.guard.GuardShells;
import trilobite.runner.guard.QemuExit;
import trilobite.runner.net.Doors;
import trilobite.runner.qmp.QmpClient;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.thread.CompilerThreads;
import trilobite.runner.thread.Threads;

/// Does a launch: listens, forks, lets QEMU connect, continues it. Nothing stands between the fork
/// and `cont` that could be done beside it or after it.
public final class Launcher {

  private static final long START_PATIENCE_SECONDS = 30;
  private static final long GRACE_MILLIS = 500;

  /// A guest has the machine to itself until it has said something, for a moment at most: watching
  /// it, showing its run, with graphs and all, takes the core that its boot needs.
  private static final long COURTESY_MILLIS = 150;

  private final ObserverFactory observers;
  private final GuardShells shells;
  private final LongSupplier packetBytes;

  /// @param shells where guards come from; the maker closes them
  /// @param packetBytes how much of a guest's newest packets to keep; asked at each launch
  public Launcher(ObserverFactory observers, GuardShells shells, LongSupplier packetBytes) {
    this.observers = observers;
    this.shells = shells;
    this.packetBytes = packetBytes;
  }

  /// Without a shell in reserve.
  public Launcher(ObserverFactory observers) {
    this(observers, new GuardShells(), () -> PacketFile.USUAL);
  }

  /// Makes ready what every launch needs first. Blocks for some milliseconds.
  public void prepare() {
    shells.prepare();
    CompilerThreads.giveWay();
  }

  /// Starts the guest and returns once it was continued and has said something, or a moment later.
  ///
  /// @throws LaunchException where QEMU does not come up; nothing is left running then
  public LiveGuest launch(LaunchSpec spec, JobContext context)
      throws LaunchException, InterruptedException {
    try (var doors = Doors.listen(spec.runtimeFolder(), Connector.doors(spec))) {
      long forked = HostClock.nanos();
      var guard = Guard.start(shells, spec.command().words(), spec.projectFolder());
      // A QEMU that dies or takes too long must not be waited for at a door.
      var closing = guard.exited().thenRun(doors::close);
      context.onCancel(guard::cut);
      var up = new CompletableFuture<Void>().orTimeout(START_PATIENCE_SECONDS, TimeUnit.SECONDS);
      var _ =
          up.whenComplete(
              (done, late) -> {
                if (late != null) {
                  guard.cut();
                }
              });
      try {
        return connect(spec, guard, doors, forked);
      } catch (IOException e) {
        throw failed(e, guard, closing, context);
      } catch (InterruptedException e) {
        guard.kill();
        throw e;
      } finally {
        up.complete(null);
      }
    } catch (IOException e) {
      throw new LaunchException(
          Reason.MACHINE, "QEMU could not be started: " + e.getMessage(), List.of());
    }
  }

  private LiveGuest connect(LaunchSpec spec, Guard guard, Doors doors, long forked)
      throws IOException, InterruptedException {
    var sheet = new RunSheet(spec);
    var ending = new Ending(spec, sheet, guard);
    var reactions = new QmpReactions(sheet, ending, guard);
    try (var connector = new Connector(spec, sheet, doors, packetBytes.getAsLong())) {
      var papers = Papers.write(spec, sheet);
      var connected = connector.connect(reactions);
      long pid = guard.pid();
      sheet.started(pid, spec);
      var cont = letGo(connected.qmp(), sheet, forked);
      var wires = connected.wires(Wires.Ram.in(spec.runtimeFolder()));
      answered(wires.qmp(), cont, guard);
      var told = wires.line().firstByte().thenAccept(sheet::firstByte);
      var _ = told.thenRun(() -> Threads.waiting("guard-reserve", this::afterwards));
      spoken(told, guard);
      var session = new LiveSession(spec, sheet, wires, sheet.clock(), pid, wires.vcpus());
      var observer = observers.observe(session);
      ending.arm(wires, observer, CompletableFuture.allOf(papers, told.exceptionally(e -> null)));
      watch(spec, sheet, wires, ending);
      reactions.watch(wires.qmp());
      connector.keep();
      return new OwnedGuest(session, ending, observer);
    }
  }

  /// For the next launch, and for those who prepared nothing, such as the command line.
  private void afterwards() {
    shells.refill();
    CompilerThreads.giveWay();
  }

  /// Says `cont` before QEMU takes commands, so that the guest waits for no way there and back; its
  /// clock begins when QEMU does take them.
  private static QmpClient.Asked letGo(QmpClient qmp, RunSheet sheet, long forked)
      throws IOException {
    qmp.whenReady(
        () -> {
          var clock = new RunClock(HostClock.wall(), HostClock.nanos());
          sheet.continued(clock, -clock.millisAt(forked));
        });
    return qmp.ask("cont");
  }

  /// A guest may end, and QEMU with it, before QEMU's answer is out: that is a short run, no failed
  /// launch.
  private static void answered(QmpClient qmp, QmpClient.Asked cont, Guard guard)
      throws IOException {
    try {
      qmp.answer("cont", cont, QmpClient.PATIENCE);
    } catch (IOException lost) {
      try {
        guard.exited().copy().orTimeout(1, TimeUnit.SECONDS).join();
      } catch (CompletionException stillThere) {
        throw lost;
      }
    }
  }

  private static void spoken(CompletableFuture<Void> told, Guard guard)
      throws InterruptedException {
    try {
      var _ =
          CompletableFuture.anyOf(told, guard.exited()).get(COURTESY_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      // It is watched without a word as well.
    }
  }

  private static void watch(LaunchSpec spec, RunSheet sheet, Wires wires, Ending ending) {
    var ready = wires.watch().ready();
    var told = ready.thenAccept(sheet::ready);
    long within = spec.target().ready().map(pattern -> pattern.within()).orElse(0L);
    if (within > 0) {
      var _ =
          ready
              .copy()
              .orTimeout(within, TimeUnit.MILLISECONDS)
              .whenComplete(
                  (t, late) -> {
                    if (late != null && !told.isDone()) {
                      Threads.waiting(
                          "late guest",
                          () -> ending.begin(new Cause.Late(within, LastSigns.of(wires))));
                    }
                  });
    }
    DeathWatch.start(sheet, wires, ending);
  }

  private static boolean endsByItself(CompletableFuture<Void> gone) {
    try {
      gone.get(GRACE_MILLIS, TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException e) {
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      // Whoever interrupts the launch wants it ended, not explained.
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static LaunchException failed(
      IOException cause, Guard guard, CompletableFuture<Void> gone, JobContext context)
      throws InterruptedException {
    // A monitor that resets or closes is a QEMU that is ending; its exit follows at once.
    boolean died = gone.isDone() || (!context.cancelled() && endsByItself(gone));
    guard.kill();
    if (cause instanceof ClosedByInterruptException) {
      throw new InterruptedException("the launch was interrupted");
    }
    if (context.cancelled()) {
      return new LaunchException(
          Reason.CANCELLED, "The launch was cancelled; nothing was left behind.", List.of());
    }
    var errors = guard.exited().getNow(new QemuExit(-1, "")).errors().strip();
    var said = errors.isEmpty() ? "" : " It said: " + errors;
    return new LaunchException(
        Reason.QEMU,
        died
            ? "QEMU ended before the guest started." + said
            : "QEMU did not start the guest: " + cause.getMessage() + said,
        List.of());
  }
}
