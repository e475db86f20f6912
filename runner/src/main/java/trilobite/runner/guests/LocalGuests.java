// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.job.JobContext;
import trilobite.model.port.Guests;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Machine;
import trilobite.model.port.Projects;
import trilobite.model.run.RunId;
import trilobite.model.time.HostClock;
import trilobite.runner.control.ControlServer;
import trilobite.runner.control.RemoteGuest;
import trilobite.runner.live.Launcher;
import trilobite.runner.place.PrivateFolder;
import trilobite.runner.place.RunFolders;
import trilobite.runner.thread.Threads;

/// Launches guests that this process then owns, and finds those of other owners through the run
/// folders. Closing it ends the owned ones.
public final class LocalGuests implements Guests, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalGuests.class);
  private static final long LISTENS_WITHIN_NANOS = 5_000_000_000L;
  private static final long LOOK_AGAIN_NANOS = 10_000_000;

  private final Projects projects;
  private final Machine machine;
  private final Places places;
  private final Launcher launcher;
  private final Starting starting;
  private final Map<RunId, LiveGuest> owned = new ConcurrentSkipListMap<>();
  private final Map<Path, LiveGuest> remote = new ConcurrentHashMap<>();

  public LocalGuests(
      Projects projects, Machine machine, Places places, Launcher launcher, Starting starting) {
    this.projects = projects;
    this.machine = machine;
    this.places = places;
    this.launcher = launcher;
    this.starting = starting;
  }

  /// Beside the guard's shell, the first look at a project is what takes long: code is loaded and
  /// its text understood. What is wrong with it is told by whoever launches it.
  @Override
  public void prepare(Path folder) {
    launcher.prepare();
    try {
      Decision.rehearse(folder.toAbsolutePath().normalize(), projects, machine);
    } catch (LaunchException | IOException e) {
      LOG.debug("{} cannot be launched as it stands", folder, e);
    }
  }

  @Override
  public LiveGuest launch(LaunchRequest request, JobContext context)
      throws LaunchException, InterruptedException {
    try {
      // For a keeper too, which tells of what is wrong in one line only.
      var decision = Decision.on(request, projects, machine);
      if (request.detach()) {
        return detached(request);
      }
      context.progress(Double.NaN, "Starting QEMU");
      return launch(decision, context);
    } catch (IOException e) {
      throw new LaunchException(Reason.MACHINE, String.valueOf(e.getMessage()), List.of());
    }
  }

  private LiveGuest launch(Decision decision, JobContext context)
      throws LaunchException, InterruptedException, IOException {
    var folders = RunPlace.take(places, decision);
    boolean up = false;
    try {
      var spec = starting.spec(decision, folders);
      var guest = launcher.launch(spec, context);
      up = true;
      own(spec.id(), spec.runtimeFolder(), guest);
      return guest;
    } finally {
      if (!up) {
        folders.giveBack();
      }
    }
  }

  /// True where a QMP socket lies in the signed folder of another Trilobite of this user, which has
  /// a home of its own and is alive.
  public boolean elsewhere(Path socket) throws IOException {
    var folder = socket.getParent();
    if (folder == null
        || RunFolders.number(folder).isEmpty()
        || !PrivateFolder.holds(folder)
        || places.ours().contains(folder)) {
      return false;
    }
    try {
      return Owner.read(folder).alive();
    } catch (IOException e) {
      // Nobody signed it: it is no folder of a run.
      return false;
    }
  }

  /// A place for looking into a guest that was not started here.
  ///
  /// @param folder where that guest was started
  public RunPlace place(String name, Path folder) throws IOException {
    return RunPlace.attached(places, name, folder);
  }

  /// From now on this process owns what looks into a guest, and is asked for it.
  public void adopt(RunPlace place, LiveGuest guest) {
    own(place.id(), place.runtime(), guest);
  }

  private void own(RunId id, Path runtime, LiveGuest guest) {
    owned.put(id, guest);
    Threads.waiting("run-" + id.number() + "-control", () -> serve(id, runtime, guest));
  }

  /// Behind the launch, not before it: nobody can ask for a guest that is not there.
  private void serve(RunId id, Path runtime, LiveGuest guest) {
    try (var server = ControlServer.start(guest, runtime)) {
      guest.ended().join();
    } catch (IOException e) {
      LOG.warn("{} cannot be reached from other processes", id, e);
      guest.ended().join();
    } finally {
      owned.remove(id);
    }
  }

  private LiveGuest detached(LaunchRequest request) throws LaunchException, IOException {
    return reached(starting.keeper(request));
  }

  /// What a background keeper owns that was started with these words of ours.
  public LiveGuest kept(List<String> words) throws LaunchException, IOException {
    return reached(starting.keeper(words));
  }

  private LiveGuest reached(RunId run) throws IOException {
    for (var folder : places.ours()) {
      if (RunFolders.number(folder).equals(Optional.of(run))) {
        return soon(folder, places.durable().folder(run));
      }
    }
    throw new IOException("Run " + run + " was started in the background, but has ended already.");
  }

  /// A keeper listens behind its launch, so its socket may be there a moment after its word.
  private static LiveGuest soon(Path folder, Path durable) throws IOException {
    long end = HostClock.nanos() + LISTENS_WITHIN_NANOS;
    while (true) {
      try {
        return RemoteGuest.connect(folder, durable);
      } catch (IOException e) {
        if (HostClock.nanos() - end > 0 || !Files.isDirectory(folder)) {
          throw e;
        }
        LockSupport.parkNanos(LOOK_AGAIN_NANOS);
      }
    }
  }

  @Override
  public List<LiveGuest> running() throws IOException {
    var guests = new ArrayList<LiveGuest>();
    remote.values().removeIf(guest -> guest.ended().isDone());
    for (var folder : places.ours()) {
      var own = owned.get(RunFolders.number(folder).orElseThrow());
      if (own != null) {
        guests.add(own);
      } else {
        connect(folder, guests);
      }
    }
    return List.copyOf(guests);
  }

  /// One connection to each owner, however often it is looked for.
  private void connect(Path folder, List<LiveGuest> guests) {
    var known = remote.get(folder);
    if (known != null && !known.ended().isDone()) {
      guests.add(known);
      return;
    }
    try {
      var owner = Owner.read(folder);
      if (owner.alive() && !owner.isSelf()) {
        var guest = RemoteGuest.connect(folder, owner.runFolder());
        remote.put(folder, guest);
        guests.add(guest);
      }
    } catch (IOException e) {
      // It is starting or ending just now, or left over: no guest that anybody could use.
      LOG.debug("{} holds no guest that answers", folder, e);
    }
  }

  /// Ends every guest of this process.
  @Override
  public void close() {
    owned
        .values()
        .forEach(
            guest -> {
              try {
                guest.stop();
              } catch (IOException e) {
                LOG.warn("{} could not be ended in time", guest.status().id(), e);
              }
            });
  }
}
