// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import trilobite.model.project.FieldPath;

/// The toolchain is known and has something to run. Without, an existing image still runs.
final class ToolchainRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    var name = subject.project().toolchain();
    var field = FieldPath.of("project", "toolchain");
    var known = subject.host().toolchains();
    if (!known.isEmpty() && !known.contains(name)) {
      var near = Suggestion.nearest(name, known);
      var fixes = near.map(n -> new Fix[] {Report.set("Use " + n, field, n)}).orElse(new Fix[0]);
      report.warning(
          field,
          "There is no toolchain “"
              + name
              + "”, so Build does nothing; there are "
              + String.join(", ", known)
              + "."
              + Suggestion.question(near),
          fixes);
    } else if (name.equals("command") && subject.project().command().isEmpty()) {
      report.warning(
          FieldPath.of("build", "command"),
          "Build has nothing to run: give build.command, or name a toolchain.");
    }
  }
}
