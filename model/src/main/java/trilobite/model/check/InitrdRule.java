// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

/// The initial ramdisk is there and holds something.
final class InitrdRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    var field = report.field("initrd");
    subject
        .target()
        .initrd()
        .ifPresent(
            name -> {
              if (subject.missing(name)) {
                var build = new Fix("Build", Fix.Action.BUILD, java.util.List.of());
                report.error(field, name + " is not there yet: build the project.", build);
              } else if (subject.file(name).filter(f -> f.format().equals("empty")).isPresent()) {
                report.error(field, name + " is empty.");
              }
            });
  }
}
