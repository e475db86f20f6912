// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import trilobite.model.machine.QemuFacts;

/// QEMU is there and new enough.
final class QemuRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    var show = new Fix("Show how to install it", Fix.Action.MACHINE, java.util.List.of());
    var qemu = subject.host().qemu();
    if (qemu.isEmpty()) {
      report.error(
          report.field("machine"),
          "QEMU is not installed, so nothing can run; building and editing work.",
          show);
      return;
    }
    var version = qemu.get().version();
    if (!version.matches("\\d.*")) {
      report.error(
          report.field("machine"),
          qemu.get().path()
              + " does not say which version of QEMU it is; "
              + QemuFacts.MINIMUM
              + " or newer is needed.",
          show);
    } else if (older(version, QemuFacts.MINIMUM)) {
      report.error(
          report.field("machine"),
          "QEMU " + version + " is too old; " + QemuFacts.MINIMUM + " or newer is needed.",
          show);
    }
  }

  /// Compares versions number by number; what is no number counts as 0.
  static boolean older(String version, String minimum) {
    var have = version.split("[.\\-+ ]", -1);
    var need = minimum.split("\\.", -1);
    for (int i = 0; i < need.length; i++) {
      int difference = number(i < have.length ? have[i] : "") - number(need[i]);
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }

  private static int number(String text) {
    return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
  }
}
