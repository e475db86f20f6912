// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

/// Something boots: a kernel, a drive, or a firmware that is there.
final class BootRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    var target = subject.target();
    boolean kernel = target.kernel().isPresent();
    boolean firmware = target.firmware().isPresent();
    if (!kernel && !firmware && target.drives().stream().noneMatch(drive -> drive.boot())) {
      var message = "Nothing boots: name a kernel, or a drive with boot = true.";
      if (target.drives().isEmpty()) {
        report.error(report.field("kernel"), message);
      } else {
        var boot = report.field("drive", "0", "boot");
        var label = "Boot from " + target.drives().getFirst().file();
        report.error(report.field("kernel"), message, Report.set(label, boot, true));
      }
    }
    target
        .firmware()
        .filter(subject::missing)
        .ifPresent(name -> report.error(report.field("firmware"), name + " is not there."));
    if (!kernel && !target.append().isEmpty()) {
      needsKernel(report, "append", "A command line");
    }
    if (!kernel && target.initrd().isPresent()) {
      needsKernel(report, "initrd", "An initial ramdisk");
    }
  }

  private static void needsKernel(Report report, String key, String what) {
    report.error(
        report.field(key),
        what + " is handed over with a kernel only, and this target names none.",
        Report.set("Leave it empty", report.field(key), ""));
  }
}
