// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import trilobite.model.command.Argument;
import trilobite.model.command.CommandLine;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.LaunchException;
import trilobite.model.project.Project;
import trilobite.model.run.Accelerator;
import trilobite.model.run.RunState;
import trilobite.model.time.HostClock;
import trilobite.model.time.RunClock;
import trilobite.runner.console.ConsoleLine;
import trilobite.runner.console.ConsoleStore;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.guests.PauseNote;
import trilobite.runner.guests.RunPlace;
import trilobite.runner.live.LaunchSpec;
import trilobite.runner.live.ObserverFactory;
import trilobite.runner.live.Papers;
import trilobite.runner.live.RunSheet;
import trilobite.runner.live.Session.Vcpu;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.qmp.QmpEvent;

/// Begins to look into one process.
///
/// @param packetBytes how much of its newest packets to keep, where they are asked for
record Attaching(
    AttachRequest request, HostProcess process, Monitor monitor, LongSupplier packetBytes) {

  /// QEMU with debug-threads=on, Firecracker, cloud-hypervisor.
  private static final Pattern VCPU_THREAD = Pattern.compile("(?:CPU |fc_vcpu |vcpu)(\\d{1,4}).*");

  /// The name by which the guest will be chosen.
  String name() {
    if (!request.name().isBlank()) {
      return request.name();
    }
    var told = monitor.name(process);
    return told.isBlank() ? "pid-" + process.pid() : told;
  }

  Path folder() {
    return process.resolve("");
  }

  /// The QMP socket, before anything was made.
  MonitorDoor door(Consumer<QmpEvent> events) throws LaunchException {
    return monitor.qemu()
        ? MonitorDoor.open(request, process, events)
        : MonitorDoor.shut(monitor.word() + " has no monitor that can be asked from outside");
  }

  /// Looks from now on.
  AttachedGuest begin(RunPlace place, MonitorDoor door, Events events, ObserverFactory observers)
      throws IOException {
    var spec = spec(place);
    var sheet = new RunSheet(spec);
    var _ = Papers.write(spec, sheet);
    var clock = new RunClock(HostClock.wall(), HostClock.nanos());
    var tap = SerialTap.of(process, monitor);
    var store = ConsoleStore.create(place.durable(), sheet::note);
    var qmp = door.qmp().orElseGet(() -> new NoMonitor(sentence(door.why())));
    boolean monitored = door.qmp().isPresent();
    var memory = new ProcessMemory(process, machine(), spec.memory(), door.qmp());
    var line = line(tap, store, sheet);
    sheet.attached(process.pid(), clock, monitored && paused(qmp));
    var pausing =
        new Pausing(
            qmp,
            () -> sheet.status().state() != RunState.PAUSED,
            new PauseNote(place.durable()),
            process.pid(),
            way(door));
    var session =
        new AttachedSession(
            spec,
            sheet,
            clock,
            memory,
            vcpus(door.qmp()),
            store,
            qmp,
            pausing,
            monitored,
            new Tapping(spec, sheet, qmp, door.socket(), packetBytes));
    var guest =
        new AttachedGuest(
            session,
            new AttachedGuest.Wires(
                door.leave(), line, tap.socket().isPresent() ? "" : tap.ability().how()),
            observers.observe(session));
    events.to(event -> take(event, sheet, pausing, guest));
    if (!monitored) {
      sheet.note("Without QEMU's monitor: " + door.why() + ".");
    }
    guest.watch();
    return guest;
  }

  /// How a later start of ours would ask the same QEMU.
  private PauseNote.Way way(MonitorDoor door) {
    return request.which() instanceof AttachRequest.OfDomain(var uri, var domain)
        ? new PauseNote.Way(uri, domain)
        : new PauseNote.Way("", door.socket().map(Path::toString).orElse(""));
  }

  private static String sentence(String why) {
    return "QEMU's monitor cannot be asked: " + why;
  }

  private static void take(QmpEvent event, RunSheet sheet, Pausing pausing, AttachedGuest guest) {
    switch (event.name()) {
      case "STOP" -> sheet.paused();
      case "RESUME" -> {
        pausing.resumed();
        sheet.resumed();
      }
      case "SHUTDOWN" -> guest.over(event.data().path("reason").asText());
      case "GUEST_PANICKED" -> sheet.note("The guest told QEMU that it panicked.");
      default -> {
        // Devices and blocks tell much that changes no state.
      }
    }
  }

  private static Optional<ConsoleLine> line(SerialTap tap, ConsoleStore store, RunSheet sheet) {
    if (!tap.ability().possible()) {
      store.close();
      sheet.note("There is no console: " + tap.ability().how() + ".");
      return Optional.empty();
    }
    try {
      return Optional.of(new ConsoleLine(tap.open(), store, sheet::now));
    } catch (IOException e) {
      store.close();
      sheet.note("The console cannot be followed: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean paused(Qmp qmp) throws IOException {
    return !qmp.execute("query-status").path("running").asBoolean();
  }

  private List<Vcpu> vcpus(Optional<Qmp> qmp) throws IOException {
    var vcpus = new ArrayList<Vcpu>();
    if (qmp.isPresent()) {
      for (JsonNode each : qmp.get().execute("query-cpus-fast")) {
        vcpus.add(new Vcpu(each.path("cpu-index").asInt(), each.path("thread-id").asLong()));
      }
      return List.copyOf(vcpus);
    }
    try (var tasks = Files.newDirectoryStream(process.folder().resolve("task"))) {
      for (var task : tasks) {
        var match = VCPU_THREAD.matcher(Files.readString(task.resolve("comm")).strip());
        if (match.matches()) {
          long thread = Long.parseLong(task.getFileName().toString());
          vcpus.add(new Vcpu(Integer.parseInt(match.group(1)), thread));
        }
      }
    }
    return List.copyOf(vcpus);
  }

  private String machine() {
    return monitor.qemu() ? QemuWords.of(process.words()).machine() : monitor.machine();
  }

  private LaunchSpec spec(RunPlace place) {
    var words = QemuWords.of(process.words());
    var target =
        Targets.of(
            RunPlace.ATTACHED,
            monitor.arch(process),
            machine(),
            monitor.memory(process),
            image().map(Path::toString),
            monitor.qemu() ? words.drives() : 0);
    var arguments =
        process.words().stream()
            .skip(1)
            .map(word -> new Argument("", word, List.of(), ""))
            .toList();
    return new LaunchSpec(
        place.id(),
        HostClock.wall(),
        new Project(
            name(),
            "",
            List.of(),
            Map.of(),
            new LinkedHashMap<>(Map.of(RunPlace.ATTACHED, target)),
            List.of(),
            request.profile(),
            List.of()),
        "# attached to process " + process.pid() + ", which was started elsewhere\n",
        target,
        folder(),
        place.durable(),
        place.runtime(),
        new CommandLine(process.words().getFirst(), arguments),
        new Accelerator(monitor.qemu() ? words.accelerator() : "kvm", "by its command line"),
        monitor.qemu() ? words.forwards() : List.of(),
        monitor.memory(process),
        Optional.empty(),
        new ConsoleWatch.Patterns(Optional.empty(), List::of));
  }

  /// The one that was named, else what its command line boots, where that is there.
  private Optional<Path> image() {
    return request
        .image()
        .or(() -> monitor.image(process).map(process::resolve))
        .filter(Files::isRegularFile);
  }
}
