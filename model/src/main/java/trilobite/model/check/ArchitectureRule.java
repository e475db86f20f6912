// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// The architecture has a name that QEMU knows and there is a QEMU here that runs it.
final class ArchitectureRule implements Rule {

  private static final List<String> KNOWN =
      List.of("x86_64", "i386", "aarch64", "arm", "riscv64", "riscv32", "ppc64", "s390x");

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
    var qemu = subject.host().qemu();
    if (qemu.isPresent() && !qemu.get().runs(arch)) {
      var here = qemu.get().architecture();
      report.error(
          field,
          "There is no qemu-system-" + arch + " here, only for " + here + "; " + install(arch),
          Report.set("Use " + here, field, here));
    }
  }

  private static String install(String arch) {
    var name =
        switch (arch) {
          case "x86_64", "i386" -> "qemu-system-x86";
          case "aarch64", "arm" -> "qemu-system-arm";
          case "ppc64" -> "qemu-system-ppc";
          case String _ -> "qemu-system-misc";
        };
    return "on Debian, apt install " + name + ".";
  }
}
