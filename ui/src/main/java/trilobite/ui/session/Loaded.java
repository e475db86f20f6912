// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.build.BuildResult;
import trilobite.model.check.ParsedProject;
import trilobite.model.port.LiveGuest;
import trilobite.ui.panel.OpenProject;

/// Everything that opening a project found out.
record Loaded(
    Path folder,
    ParsedProject parsed,
    boolean trusted,
    String target,
    Optional<BuildResult> last,
    Optional<LiveGuest> guest) {

  OpenProject project() {
    return new OpenProject(folder, parsed, target, trusted);
  }
}
