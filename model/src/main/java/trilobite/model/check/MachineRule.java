// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// QEMU knows the machine type.
final class MachineRule implements Rule {

  private static final List<String> OF_THE_PC = List.of("q35", "pc", "microvm");
  private static final List<String> COMMON = List.of("q35", "pc", "microvm", "virt");

  @Override
  public void check(Subject subject, Report report) {
    var machine = subject.target().machine();
    var field = report.field("machine");
    var arch = subject.target().arch();
    // The machines of the program's neighbours are not known.
    var listed =
        subject
            .host()
            .qemu()
            .filter(qemu -> qemu.architecture().isEmpty() || qemu.architecture().equals(arch))
            .map(qemu -> qemu.machines())
            .orElse(List.of());
    if (machine.isBlank()) {
      report.error(field, "The machine type is empty.", Report.set("Use q35", field, "q35"));
    } else if (!listed.isEmpty() && !listed.contains(machine) && !COMMON.contains(machine)) {
      var meant =
          Suggestion.nearest(machine, COMMON)
              .or(() -> Suggestion.nearest(machine, listed))
              .orElse("q35");
      report.error(
          field,
          "This QEMU has no machine type “" + machine + "”.",
          Report.set("Use " + meant, field, meant));
    } else if (OF_THE_PC.contains(machine) && !arch.equals("x86_64") && !arch.equals("i386")) {
      report.error(
          field,
          "Machine type " + machine + " is a PC's; on " + arch + " take virt.",
          Report.set("Use virt", field, "virt"));
    } else if (machine.equals("virt") && arch.equals("x86_64")) {
      report.error(
          field,
          "Machine type virt is for ARM and RISC-V; on x86_64 take q35, pc or microvm.",
          Report.set("Use q35", field, "q35"));
    }
  }
}
