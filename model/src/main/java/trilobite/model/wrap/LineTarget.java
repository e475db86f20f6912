// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trilobite.model.project.Target;
import trilobite.model.wrap.QemuLine.Option;

/// A QEMU command line read as a target of a project. What a target has no word for goes among its
/// raw arguments where QEMU would still take it there; the rest is listed with the reason.
///
/// @param name what the guest is called: `-name`, or its image
/// @param kept raw arguments: not understood, and passed on as they are
/// @param left what of the line is not in the target, and why
public record LineTarget(String name, Target target, List<String> kept, List<String> left) {

  /// Trilobite has its own of these, or their effect by itself.
  private static final Set<String> OURS =
      Set.of(
          "serial parallel monitor mon qmp qmp-pretty display nographic curses sdl vga vnc spice"
              .concat(" daemonize pidfile nodefaults no-user-config nouserconfig no-reboot")
              .concat(" no-shutdown action S s gdb name sandbox D msg enable-kvm accel accelerator")
              .concat(" machine M m cpu smp kernel initrd append bios mem-prealloc full-screen")
              .concat(" k L writeconfig usb")
              .split(" "));

  /// Of those, the ones that nobody misses.
  private static final Set<String> SILENT =
      Set.of(
          "nographic nodefaults no-user-config nouserconfig no-reboot name display enable-kvm accel"
              .concat(" machine M m cpu smp kernel initrd append bios pidfile serial parallel")
              .split(" "));

  /// Reads a line.
  ///
  /// @param arch as in the program's name
  /// @param base the folder that the line was started in; files become absolute
  public static LineTarget of(String arch, QemuLine line, Path base) {
    var reader = new LineReader(line, base);
    var drives = LineDrives.of(line, base);
    var network = LineNetwork.of(line, arch, reader.machine(arch));
    var left = new ArrayList<String>();
    left.addAll(reader.left());
    left.addAll(drives.left());
    left.addAll(network.left());
    var raw = new ArrayList<String>();
    for (var option : line.options()) {
      if (drives.takes(option) || network.takes(option)) {
        continue;
      }
      var taken = LineConflict.with(option);
      if (!taken.isEmpty()) {
        left.add(String.join(" ", option.words()) + ": " + taken);
      } else if (!OURS.contains(option.name())) {
        raw.addAll(option.words());
      } else if (!SILENT.contains(option.name())) {
        left.add(String.join(" ", option.words()) + ": " + reason(option));
      }
    }
    var target =
        new Target(
            "default",
            arch,
            reader.machine(arch),
            reader.accelerator(),
            reader.cpu(),
            reader.memory(),
            reader.vcpus(),
            reader.file("bios"),
            reader.file("kernel"),
            reader.file("initrd"),
            line.last("append").orElse(""),
            Optional.empty(),
            List.of(),
            List.copyOf(raw),
            drives.drives(),
            network.network());
    return new LineTarget(reader.name(), target, List.copyOf(raw), List.copyOf(left));
  }

  private static String reason(Option option) {
    return switch (option.name()) {
      case "monitor", "mon", "qmp", "qmp-pretty" -> "the monitor is Trilobite's";
      case "gdb", "s" -> "Trilobite listens on no TCP port; gdb is started by its own verb";
      case "S" -> "use pause";
      case "daemonize" -> "use run --detach";
      case "no-shutdown", "action" -> "Trilobite keeps a dead guest until its verdict is known";
      case "sandbox" -> "Trilobite's own is stricter";
      case "vga", "vnc", "spice", "curses", "sdl", "full-screen", "k", "usb" ->
          "a guest has no screen or keyboard here";
      default -> "it has no place in a project";
    };
  }
}
