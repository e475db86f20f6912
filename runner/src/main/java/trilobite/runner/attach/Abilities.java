// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.Ability;
import trilobite.model.run.ForeignGuest;
import trilobite.runner.memory.MemoryPermission;

/// What can be had of a process that runs a guest, told without connecting to anything of it.
final class Abilities {

  private static final String PACKETS =
      "no relay of Trilobite's is on its wire; started by Trilobite, they are seen from the boot"
          + " on";

  private static final String TAPPED =
      "only where you say so, with --packets: its QEMU then writes them down, and is as it was when"
          + " it is let go";

  private Abilities() {}

  /// @param guest that is attached to it
  static ForeignGuest of(HostProcess process, Monitor monitor, Optional<LiveGuest> guest) {
    return new ForeignGuest(
        monitor.word(),
        new Attaching(plain(process), process, monitor, () -> 0).name(),
        process.pid(),
        process.user(),
        process.words(),
        all(process, monitor, guest),
        guest.map(attached -> attached.status().id()));
  }

  private static AttachRequest plain(HostProcess process) {
    return AttachRequest.plain(new AttachRequest.OfProcess(process.pid()), Optional.empty());
  }

  private static List<Ability> all(
      HostProcess process, Monitor monitor, Optional<LiveGuest> guest) {
    var all = new ArrayList<Ability>();
    all.add(memory(process, monitor));
    all.add(new Ability("cpu", true, "run time below " + process.folder()));
    var control = control(process, monitor, guest);
    all.add(control);
    all.add(SerialTap.of(process, monitor).ability());
    all.add(
        control.possible()
            ? new Ability("packets", true, TAPPED)
            : new Ability("packets", false, PACKETS));
    return List.copyOf(all);
  }

  private static Ability memory(HostProcess process, Monitor monitor) {
    var permission = MemoryPermission.of(Path.of("/proc"), process.pid());
    if (!permission.given()) {
      return new Ability("memory", false, permission.why());
    }
    var hidden = monitor.hidden(process);
    if (hidden.isPresent()) {
      return new Ability("memory", false, hidden.get());
    }
    return new Ability("memory", true, "by " + process.folder().resolve("mem"));
  }

  /// Who is attached knows whether the monitor is asked; else its line tells whether it could be.
  private static Ability control(HostProcess process, Monitor monitor, Optional<LiveGuest> guest) {
    if (!monitor.qemu()) {
      return new Ability(
          "control", false, monitor.word() + " has no monitor that can be asked from outside");
    }
    var why =
        guest
            .map(attached -> attached.limits().pause().replaceFirst("\\.$", ""))
            .orElseGet(() -> MonitorDoor.look(process));
    return new Ability("control", why.isEmpty(), why.isEmpty() ? "by its QMP socket" : why);
  }
}
