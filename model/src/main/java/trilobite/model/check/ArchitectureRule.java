// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// The architecture has a name that QEMU knows and is the one of the QEMU that will run.
final class ArchitectureRule implements Rule {

  private static final List<String> KNOWN =
      List.of("x86_64", "i386", "aarch64", "arm", "riscv64", "riscv32", "ppc64", "s390x");
  private static final String PROGRAM = "qemu-system-";

  @Override
  public void check(Subject subject, Report report) {
    var arch = subject.target().arch();
    var field = report.field("arch");
    if (!KNOWN.contains(arch)) {
      var meant = Suggestion.nearest(arch.replace("amd64", "x86_64"), KNOWN).orElse("x86_64");
      report.error(
          field,
          "“" + arch + "” is no architecture; known are " + String.join(", ", KNOWN) + ".",
          Report.set("Use " + meant, field, meant));
      return;
    }
    var path = subject.host().qemu().map(qemu -> qemu.path()).orElse("");
    int at = path.lastIndexOf(PROGRAM);
    if (at >= 0 && !path.substring(at + PROGRAM.length()).equals(arch)) {
      var here = path.substring(at + PROGRAM.length());
      report.error(
          field,
          "The QEMU that was found runs " + here + ", not " + arch + ".",
          Report.set("Use " + here, field, here));
    }
  }
}
