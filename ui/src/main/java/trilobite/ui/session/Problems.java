// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Finding;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session.BuildView;

/// The one list of problems: those of the project file, then those of the build.
final class Problems {

  private Problems() {}

  /// @param found problems recognised so far in a build that goes on
  static List<Diagnostic> of(
      Optional<OpenProject> project, BuildView build, List<Diagnostic> found) {
    var all = new ArrayList<Diagnostic>();
    project.ifPresent(
        open ->
            open.parsed()
                .findings()
                .forEach(finding -> all.add(diagnostic(open.folder(), finding))));
    if (build.running()) {
      all.addAll(found);
    } else {
      build.result().ifPresent(result -> all.addAll(result.diagnostics()));
    }
    return all;
  }

  private static Diagnostic diagnostic(Path folder, Finding finding) {
    return new Diagnostic(
        finding.severity(),
        Optional.of(folder.resolve("trilobite.toml")),
        finding.place(),
        finding.message(),
        List.of());
  }
}
