// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trilobite.model.project.Drive;
import trilobite.model.wrap.QemuLine.Option;

/// The disks of a line: `-drive` with its device, `-hda` and its like, `-cdrom`, bare words. Drives
/// of other kinds, such as firmware in flash, stay raw arguments.
///
/// @param taken the options that are in `drives`
record LineDrives(List<Drive> drives, Set<Option> taken, List<String> left) {

  private static final Set<String> DISKS = Set.of("", "ide", "virtio", "scsi", "none");
  private static final List<String> SHORT = List.of("hda", "hdb", "hdc", "hdd", "");

  static LineDrives of(QemuLine line, Path base) {
    var found = new LineDrives(new ArrayList<>(), new HashSet<>(), new ArrayList<>());
    for (var option : line.options()) {
      if (option.name().equals("drive")) {
        found.drive(option, line, base);
      } else if (option.name().equals("cdrom")) {
        found.add(option, new Drive(file(base, option.text()), "raw", true, false, false, true));
      } else if (SHORT.contains(option.name()) && !option.text().isBlank()) {
        var file = file(base, option.text());
        found.add(option, new Drive(file, format(file), false, line.has("snapshot"), false));
      }
    }
    return found.bootable(line);
  }

  boolean takes(Option option) {
    return taken.contains(option);
  }

  private void add(Option option, Drive drive) {
    taken.add(option);
    drives.add(drive);
  }

  private void drive(Option option, QemuLine line, Path base) {
    var values = QemuProperties.of(option.text(), "");
    var kind = values.get("if").orElse("");
    var file = values.get("file").orElse("");
    if (!DISKS.contains(kind) || file.isEmpty() || file.startsWith("fat:")) {
      return;
    }
    boolean cdrom = values.get("media").filter("cdrom"::equals).isPresent();
    var device = values.get("id").flatMap(id -> device(line, id));
    device.ifPresent(taken::add);
    if (kind.equals("none") && device.isEmpty()) {
      return;
    }
    if (device.filter(d -> !virtio(d)).isPresent() || kind.equals("ide") || kind.equals("scsi")) {
      left.add(
          String.join(" ", device.orElse(option).words())
              + ": the disk becomes a virtio one, which the guest must know");
    }
    add(
        option,
        new Drive(
            file(base, file),
            values.get("format").orElse(format(file)),
            values.on("readonly") || values.on("read-only"),
            values.on("snapshot") || line.has("snapshot"),
            false,
            cdrom));
  }

  private static boolean virtio(Option device) {
    return device.text().startsWith("virtio-blk");
  }

  private static Optional<Option> device(QemuLine line, String drive) {
    return line.all("device").stream()
        .filter(
            o ->
                QemuProperties.of(o.text(), "driver")
                    .get("drive")
                    .filter(drive::equals)
                    .isPresent())
        .findFirst();
  }

  /// Without a kernel the machine boots from its first disk, or from the CD where that is asked.
  private LineDrives bootable(QemuLine line) {
    if (line.has("kernel") || drives.isEmpty()) {
      return this;
    }
    boolean cd = line.last("boot").filter(boot -> boot.matches("(order=)?d.*")).isPresent();
    int first = 0;
    for (int i = drives.size() - 1; i >= 0; i--) {
      first = drives.get(i).cdrom() == cd ? i : first;
    }
    var booting = new ArrayList<>(drives);
    var d = drives.get(first);
    booting.set(
        first, new Drive(d.file(), d.format(), d.readonly(), d.snapshot(), true, d.cdrom()));
    var with = new HashSet<>(taken);
    with.addAll(line.all("boot"));
    with.addAll(line.all("snapshot"));
    return new LineDrives(List.copyOf(booting), with, left);
  }

  private static String file(Path base, String text) {
    return LineReader.resolved(base, text);
  }

  /// QEMU looks into the file; the name tells as much.
  private static String format(String file) {
    for (var known : List.of("qcow2", "vmdk", "vdi", "vhdx")) {
      if (file.endsWith("." + known)) {
        return known;
      }
    }
    return "raw";
  }
}
