// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// The accelerator has a name that QEMU knows.
final class AcceleratorRule implements Rule {

  private static final List<String> KNOWN =
      List.of("auto", "tcg", "kvm", "hvf", "nvmm", "whpx", "xen");

  @Override
  public void check(Subject subject, Report report) {
    var accelerator = subject.target().accelerator();
    var field = report.field("accelerator");
    if (!KNOWN.contains(accelerator)) {
      var meant = Suggestion.nearest(accelerator, KNOWN).orElse("auto");
      report.error(
          field,
          "“" + accelerator + "” is no accelerator; auto takes the fastest that works here.",
          Report.set("Use " + meant, field, meant));
    }
  }
}
