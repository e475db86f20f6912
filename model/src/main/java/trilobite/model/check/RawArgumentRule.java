// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// Says that raw arguments and devices of a project that is not trusted stay out.
final class RawArgumentRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    if (subject.host().trusted()) {
      return;
    }
    var trust = new Fix("Review and trust", Fix.Action.TRUST, List.of());
    var target = subject.target();
    if (!target.qemu().isEmpty()) {
      report.warning(
          report.field("qemu"),
          "These raw QEMU arguments are left out until you trust the project.",
          trust);
    }
    if (!target.devices().isEmpty()) {
      report.warning(
          report.field("devices"),
          "These devices are left out until you trust the project.",
          trust);
    }
  }
}
