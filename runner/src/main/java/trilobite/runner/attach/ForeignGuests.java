// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import trilobite.model.job.JobContext;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.CoreRequest;
import trilobite.model.port.Elsewhere;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.ForeignGuest;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.domain.Virsh;
import trilobite.runner.guests.LocalGuests;
import trilobite.runner.guests.RunPlace;
import trilobite.runner.host.HostSockets;
import trilobite.runner.host.UnixSockets;
import trilobite.runner.live.ObserverFactory;
import trilobite.runner.profile.Profiles;

/// Guests that were not started here: processes of other programs, and cores.
public final class ForeignGuests implements Elsewhere, AutoCloseable {

  private static final Path PROC = Path.of("/proc");
  private static final Duration MOST_CLEARING = Duration.ofSeconds(10);

  private final Supplier<Profiles> profiles;
  private final GuestTypes types;
  private final LocalGuests guests;
  private final Virsh libvirt = new Virsh();
  private final ObserverFactory observers;
  private final LongSupplier packetBytes;
  private final List<CoreGuest> cores = new CopyOnWriteArrayList<>();
  private volatile Optional<Thread> first = Optional.empty();

  /// @param guests gets those that are looked into
  /// @param packetBytes how much of a guest's newest packets to keep
  public ForeignGuests(
      Supplier<Profiles> profiles,
      GuestTypes types,
      LocalGuests guests,
      ObserverFactory observers,
      LongSupplier packetBytes) {
    this.packetBytes = packetBytes;
    this.profiles = profiles;
    this.types = types;
    this.guests = guests;
    this.observers = observers;
  }

  /// Nothing is attached to before this thread has ended, or some seconds are over: what a killed
  /// Trilobite has left in a QEMU is taken out by the one connection that QEMU serves.
  public void after(Thread clearing) {
    first = Optional.of(clearing);
  }

  @Override
  public List<ForeignGuest> guests() throws IOException {
    var runs = runs();
    var found = new ArrayList<ForeignGuest>();
    for (var process : HostProcess.all(PROC)) {
      var monitor = Monitor.of(process);
      var run = Optional.ofNullable(runs.get(process.pid()));
      boolean ours =
          run.filter(guest -> !guest.status().target().equals(RunPlace.ATTACHED)).isPresent();
      if (monitor.isPresent() && !ours && !anothers(process)) {
        found.add(Abilities.of(process, monitor.get(), run));
      }
    }
    return List.copyOf(found);
  }

  /// True for a guest of a Trilobite that has another home.
  private boolean anothers(HostProcess process) throws IOException {
    for (var socket : QemuWords.of(process.words()).qmpSockets()) {
      if (guests.elsewhere(process.resolve(socket))) {
        return true;
      }
    }
    return false;
  }

  /// The guests that are looked at now, by their processes.
  private Map<Long, LiveGuest> runs() throws IOException {
    var runs = new HashMap<Long, LiveGuest>();
    for (var guest : guests.running()) {
      guest.status().pid().ifPresent(pid -> runs.put(pid, guest));
    }
    return runs;
  }

  @Override
  public LiveGuest attach(AttachRequest request, JobContext context)
      throws LaunchException, InterruptedException {
    if (first.isPresent()) {
      var _ = first.get().join(MOST_CLEARING);
    }
    try {
      return request.detach() ? guests.kept(AttachWords.of(request)) : attach(request);
    } catch (HostProcess.NoneException | Virsh.NoSuchDomainException e) {
      throw new LaunchException(Reason.ABSENT, String.valueOf(e.getMessage()), List.of());
    } catch (IOException e) {
      throw new LaunchException(Reason.MACHINE, String.valueOf(e.getMessage()), List.of());
    }
  }

  private LiveGuest attach(AttachRequest asked) throws LaunchException, IOException {
    var found = found(asked);
    var request = found.request();
    var process = found.process();
    var monitor =
        Monitor.of(process)
            .orElseThrow(
                () ->
                    new IOException(
                        "Process %d is %s, which runs no guest that Trilobite knows of."
                            .formatted(process.pid(), process.program())));
    var run = Optional.ofNullable(runs().get(process.pid()));
    if (run.isPresent()) {
      throw new IOException(
          "Process %d is looked at already: it is %s %s."
              .formatted(process.pid(), run.get().status().project(), run.get().status().id()));
    }
    var events = new Events();
    var attaching = new Attaching(request, process, monitor, packetBytes);
    var door = attaching.door(events);
    boolean up = false;
    try {
      var guest = begin(attaching, door, events);
      up = true;
      return guest;
    } finally {
      if (!up) {
        door.leave().run();
      }
    }
  }

  private LiveGuest begin(Attaching attaching, MonitorDoor door, Events events) throws IOException {
    var place = guests.place(attaching.name(), attaching.folder());
    boolean up = false;
    try {
      var guest = attaching.begin(place, door, events, observers);
      guests.adopt(place, guest);
      up = true;
      if (attaching.request().packets()) {
        tap(guest);
      }
      return guest;
    } catch (IOException e) {
      if (!attaching.process().alive()) {
        throw new IOException(
            "Process " + attaching.process().pid() + " ended while it was attached to.", e);
      }
      throw e;
    } finally {
      if (!up) {
        place.giveBack();
      }
    }
  }

  /// Lets go again where its packets, which were asked for, cannot be had.
  private static void tap(LiveGuest guest) throws IOException {
    try {
      guest.tap();
    } catch (IOException e) {
      guest.stop();
      throw e;
    }
  }

  /// @param request a domain's with the connection that has it
  private record Found(AttachRequest request, HostProcess process) {}

  private Found found(AttachRequest request) throws IOException {
    return switch (request.which()) {
      case AttachRequest.OfProcess(var pid) -> new Found(request, HostProcess.of(PROC, pid));
      case AttachRequest.OfSocket(var socket) -> new Found(request, listener(socket));
      case AttachRequest.OfDomain(var uri, var name) -> {
        var domain = libvirt.find(uri, name);
        yield new Found(
            request.at(new AttachRequest.OfDomain(domain.uri(), name)),
            HostProcess.of(PROC, domain.pid().orElseThrow()));
      }
    };
  }

  private static HostProcess listener(Path socket) throws IOException {
    if (!java.nio.file.Files.exists(socket)) {
      throw new HostProcess.NoneException("There is no socket " + socket + ".");
    }
    // The command line is there for everybody to read; whose a socket is, only for its user.
    for (var process : HostProcess.all(PROC)) {
      if (Monitor.of(process).isPresent()
          && QemuWords.of(process.words()).qmpSockets().stream()
              .anyMatch(path -> process.resolve(path).equals(socket))) {
        return process;
      }
    }
    var inode = UnixSockets.listener(socket);
    if (inode.isPresent()) {
      var owner = new HostSockets().owners(Set.of(inode.get())).get(inode.get());
      if (owner != null) {
        return HostProcess.of(PROC, owner.pid());
      }
    }
    throw new IOException(
        "No QEMU that this user can see listens on " + socket + "; name its process with --pid.");
  }

  @Override
  public LiveGuest core(CoreRequest request) throws IOException {
    var guest = CoreGuest.open(request, profiles, types);
    cores.add(guest);
    return guest;
  }

  @Override
  public void close() {
    cores.forEach(CoreGuest::close);
  }
}
