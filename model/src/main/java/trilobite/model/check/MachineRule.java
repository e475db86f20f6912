// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// QEMU knows the machine type.
final class MachineRule implements Rule {

  private static final List<String> COMMON = List.of("q35", "pc", "microvm", "virt");

  @Override
  public void check(Subject subject, Report report) {
    var machine = subject.target().machine();
    var field = report.field("machine");
    var listed = subject.host().qemu().map(qemu -> qemu.machines()).orElse(List.of());
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
    } else if (machine.equals("virt") && subject.target().arch().equals("x86_64")) {
      report.error(
          field,
          "Machine type virt is for ARM and RISC-V; on x86_64 take q35, pc or microvm.",
          Report.set("Use q35", field, "q35"));
    }
  }
}
