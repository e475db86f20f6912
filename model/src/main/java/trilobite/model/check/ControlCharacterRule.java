// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// No text that becomes an argument holds a NUL, which no command line can carry.
final class ControlCharacterRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    var target = subject.target();
    one(report, "machine", target.machine());
    one(report, "cpu", target.cpu());
    one(report, "append", target.append());
    one(report, "kernel", target.kernel().orElse(""));
    one(report, "initrd", target.initrd().orElse(""));
    all(report, "devices", target.devices());
    all(report, "qemu", target.qemu());
    all(report, "drive", target.drives().stream().map(drive -> drive.file()).toList());
  }

  private static void one(Report report, String key, String text) {
    all(report, key, List.of(text));
  }

  private static void all(Report report, String key, List<String> texts) {
    if (texts.stream().anyMatch(text -> text.indexOf('\0') >= 0)) {
      report.error(
          report.field(key), "This text holds a NUL character, which no argument can carry.");
    }
  }
}
