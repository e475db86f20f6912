// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import trilobite.model.console.ConsoleLog;
import trilobite.model.guest.Eyes;
import trilobite.model.job.Subscription;
import trilobite.model.packet.PacketLog;
import trilobite.model.port.CoreRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.run.Limits;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.time.HostClock;
import trilobite.model.time.Mark;
import trilobite.model.time.RunClock;
import trilobite.model.time.Series;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.devices.Drives;
import trilobite.runner.eyes.GuestView;
import trilobite.runner.eyes.LiveEyes;
import trilobite.runner.eyes.Scene;
import trilobite.runner.memory.CoreImage;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.profile.Profiles;
import trilobite.runner.thread.Threads;

/// A core, looked into as a guest is that is paused for ever.
final class CoreGuest implements LiveGuest, AutoCloseable {

  private static final String STILL = "A core stands still: it can only be looked into.";

  private final CoreSession session;
  private final LiveEyes eyes;
  private final CompletableFuture<Verdict> ended = new CompletableFuture<>();

  private CoreGuest(CoreSession session) {
    this.session = session;
    this.eyes = new LiveEyes(session.clock(), HostClock::nanos);
  }

  /// Reads the core's headers; the rest is opened on a thread of its own.
  ///
  /// @throws IOException where it is no core of a whole guest, or the named image is not there
  static CoreGuest open(CoreRequest request, Supplier<Profiles> profiles, GuestTypes types)
      throws IOException {
    var core = CoreImage.read(request.core());
    var missing = request.image().filter(Files::notExists);
    if (missing.isPresent()) {
      throw new NoSuchFileException(missing.get().toString());
    }
    var clock = new RunClock(HostClock.wall(), HostClock.nanos());
    var folder = Files.createTempDirectory("trilobite-core");
    var guest =
        new CoreGuest(
            new CoreSession(request, core, status(request, clock, core.registers()), folder));
    Threads.working("core-eyes", () -> guest.look(profiles, types));
    return guest;
  }

  private static RunStatus status(CoreRequest request, RunClock clock, String registers) {
    return new RunStatus(
        new RunId(0),
        String.valueOf(request.core().getFileName()),
        "core",
        RunState.PAUSED,
        Optional.empty(),
        registers.isEmpty() ? "the core has no vCPU's registers" : "",
        OptionalLong.empty(),
        Optional.empty(),
        Optional.of(clock),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        OptionalDouble.empty());
  }

  private void look(Supplier<Profiles> profiles, GuestTypes types) {
    try {
      var view = GuestView.open(session, profiles.get(), types);
      var _ = ended.whenComplete((how, none) -> close(view));
      var drives = new Drives(session.qmp(), HostClock::nanos);
      new Scene(new Scene.Watched(session, vitals(), drives), view, types, () -> {}, eyes)
          .openAll();
    } catch (IOException e) {
      eyes.blind("the core cannot be read: " + e.getMessage());
    }
  }

  private static void close(GuestView view) {
    try {
      view.ram().close();
    } catch (IOException e) {
      // It is a file that was only read.
    }
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
    return new RecordedPackets(session.folder(), () -> false);
  }

  @Override
  public Vitals vitals() {
    return new Vitals() {
      @Override
      public Map<Vital, Series> series() {
        return Map.of();
      }

      @Override
      public Map<Vital, Measured<Double>> latest() {
        return Map.of();
      }

      @Override
      public Measured<Double> latest(Vital vital) {
        return Measured.unknown(STILL);
      }

      @Override
      public List<Mark> marks() {
        return List.of();
      }

      @Override
      public double now() {
        return 0;
      }
    };
  }

  @Override
  public Eyes eyes() {
    return eyes;
  }

  @Override
  public Limits limits() {
    return new Limits(
        true, "", STILL, STILL, STILL, "This is a core already: copy its file.", STILL);
  }

  @Override
  public void type(byte[] bytes) throws IOException {
    throw new IOException(STILL);
  }

  @Override
  public void stop() {
    close();
  }

  @Override
  public void pause() throws IOException {
    throw new IOException(STILL);
  }

  @Override
  public void resume() throws IOException {
    throw new IOException(STILL);
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    return () -> {};
  }

  @Override
  public CompletableFuture<Verdict> ended() {
    return ended.copy();
  }

  @Override
  public void close() {
    if (ended.complete(Verdict.STOPPED)) {
      try {
        RuntimeFolders.remove(session.folder());
      } catch (IOException e) {
        // It is in the system's own folder for what may go.
      }
    }
  }
}
