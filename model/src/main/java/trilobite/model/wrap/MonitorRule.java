// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

/// Gives QEMU one more monitor, ours. It listens, so that it is there again for whoever comes after
/// us; the owner's own monitors stay as they are.
///
/// Naming any monitor switches off the one that QEMU has by itself (`default_monitor` in
/// `softmmu/vl.c` of 7.2); where it would have been there, the line now asks for it.
final class MonitorRule {

  private static final String ID = "trilobite-qmp";

  private MonitorRule() {}

  static void apply(QemuLine line, WrapPlaces places, WrapEdit edit) {
    if (standard(line) && !(line.has("nographic") && ConsoleRule.standard(line))) {
      edit.add("-monitor", line.has("nographic") ? "stdio" : "vc:80Cx24C");
    }
    edit.add(
        "-chardev",
        "socket,id=" + ID + ",path=" + RamRule.value(places.monitor()) + ",server=on,wait=off");
    edit.add("-mon", "chardev=" + ID + ",mode=control");
  }

  /// True where QEMU makes a monitor without being asked.
  static boolean standard(QemuLine line) {
    return !line.has("nodefaults", "monitor", "mon", "qmp", "qmp-pretty")
        && line.all("serial").stream().noneMatch(serial -> serial.text().startsWith("mon:"));
  }
}
