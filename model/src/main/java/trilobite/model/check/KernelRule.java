// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// The kernel is there and QEMU can boot it.
final class KernelRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    subject.target().kernel().ifPresent(name -> check(name, subject, report));
  }

  private static void check(String name, Subject subject, Report report) {
    var field = report.field("kernel");
    var build = new Fix("Build", Fix.Action.BUILD, List.of());
    if (subject.missing(name)) {
      report.error(field, name + " is not there yet: build the project.", build);
      return;
    }
    subject
        .file(name)
        .ifPresent(
            facts -> {
              var arch = subject.target().arch();
              if (facts.format().equals("empty")) {
                report.error(field, name + " is empty: build the project again.", build);
              } else if (facts.format().equals("text")) {
                report.error(field, name + " is a text file, not an image.", build);
              } else if (!facts.arch().isEmpty() && !runs(facts.arch(), arch)) {
                report.error(
                    field,
                    name + " is built for " + facts.arch() + " and the target is " + arch + ".",
                    Report.set("Use " + facts.arch(), report.field("arch"), facts.arch()));
              } else if (!facts.bootable()) {
                report.error(field, name + " cannot boot: " + facts.why() + ".", build);
              }
            });
  }

  /// A 64-bit PC starts 32-bit images as well: many 64-bit kernels come in a 32-bit wrapper.
  private static boolean runs(String image, String target) {
    return image.equals(target) || (image.equals("i386") && target.equals("x86_64"));
  }
}
