// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;
import trilobite.model.project.Drive;

/// Drives are there and of the format that is claimed.
final class DriveRule implements Rule {

  private static final List<String> FORMATS =
      List.of("raw", "qcow2", "vmdk", "vdi", "vhdx", "vpc", "qed");

  @Override
  public void check(Subject subject, Report report) {
    for (int i = 0; i < subject.target().drives().size(); i++) {
      check(i, subject.target().drives().get(i), subject, report);
    }
  }

  private static void check(int index, Drive drive, Subject subject, Report report) {
    var at = report.field("drive", Integer.toString(index));
    var format = at.then("format");
    if (subject.missing(drive.file())) {
      report.error(
          at.then("file"),
          "Drive " + drive.file() + " is not there.",
          Report.remove("Remove this drive", at));
    }
    if (!FORMATS.contains(drive.format())) {
      var meant = Suggestion.nearest(drive.format(), FORMATS).orElse("raw");
      report.error(
          format,
          "“" + drive.format() + "” is no drive format; known are " + FORMATS + ".",
          Report.set("Use " + meant, format, meant));
      return;
    }
    subject
        .file(drive.file())
        .ifPresent(
            facts -> {
              boolean image = FORMATS.contains(facts.format());
              if (image
                  && !facts.format().equals(drive.format())
                  && !facts.format().equals("raw")) {
                report.error(
                    format,
                    drive.file() + " is " + facts.format() + ", not " + drive.format() + ".",
                    Report.set("Use " + facts.format(), format, facts.format()));
              } else if (facts.format().equals("empty")) {
                report.warning(
                    at.then("file"), drive.file() + " is empty: the disk has no sector.");
              }
            });
  }
}
