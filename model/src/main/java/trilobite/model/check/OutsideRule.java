// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import trilobite.model.project.FieldPath;

/// Files that a guest is given lie in the project, or a person knows that they do not.
final class OutsideRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    var files = new LinkedHashMap<FieldPath, String>();
    var target = subject.target();
    target.firmware().ifPresent(name -> files.put(report.field("firmware"), name));
    target.kernel().ifPresent(name -> files.put(report.field("kernel"), name));
    target.initrd().ifPresent(name -> files.put(report.field("initrd"), name));
    for (int i = 0; i < target.drives().size(); i++) {
      var field = report.field("drive", Integer.toString(i), "file");
      files.put(field, target.drives().get(i).file());
    }
    files.forEach(
        (field, name) -> {
          if (outside(name)) {
            report.warning(field, name + " lies outside the project, and the guest can read it.");
          }
        });
  }

  /// True for an absolute path and for one that climbs out of its folder.
  static boolean outside(String name) {
    if (name.indexOf('\0') >= 0) {
      return false; // no path at all: another rule's matter
    }
    var path = Path.of(name);
    return path.isAbsolute() || path.normalize().startsWith("..");
  }
}
