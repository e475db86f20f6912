// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.project.Drive;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Target;

/// Drives: a back end and a virtio-blk device each, in file order.
final class DriveArguments {

  private DriveArguments() {}

  static List<Argument> of(Target target, Path projectFolder) {
    var arguments = new ArrayList<Argument>();
    var traits = MachineTraits.of(target);
    for (int i = 0; i < target.drives().size(); i++) {
      var drive = target.drives().get(i);
      var path = FieldPath.target(target.name(), "drive", Integer.toString(i));
      arguments.add(
          new Argument(
              "-drive",
              backend(i, drive, projectFolder),
              fields(path),
              "drive " + i + ": its file"));
      var properties = ",drive=drive" + i + (drive.boot() ? ",bootindex=0" : "");
      // Without IDE an ISO image is still a disk that the guest can read.
      boolean cdrom = drive.cdrom() && traits.ide();
      arguments.add(
          new Argument(
              "-device",
              cdrom ? "ide-cd" + properties : traits.virtio("blk", properties),
              List.of(path.then("boot")),
              "drive " + i + ": the guest's disk"));
    }
    return arguments;
  }

  private static String backend(int index, Drive drive, Path projectFolder) {
    return "if=none,id=drive"
        + index
        + ",file="
        + QemuText.value(projectFolder.resolve(drive.file()).toString())
        + ",format="
        + QemuText.value(drive.format())
        + ",readonly="
        + onOff(drive.readonly() || drive.cdrom())
        + ",snapshot="
        // A read-only drive needs no throw-away layer, and QEMU refuses to write one for it.
        + onOff(drive.snapshot() && !drive.readonly() && !drive.cdrom());
  }

  private static List<FieldPath> fields(FieldPath drive) {
    return List.of(
        drive.then("file"), drive.then("format"), drive.then("readonly"), drive.then("snapshot"));
  }

  private static String onOff(boolean value) {
    return value ? "on" : "off";
  }
}
