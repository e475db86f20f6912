// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import trilobite.model.project.Project;
import trilobite.ui.panel.OpenProject;

/// What a project is called in the window.
final class ProjectNames {

  private ProjectNames() {}

  /// The name in its file, or that of its folder.
  static String of(OpenProject open) {
    return open.parsed()
        .project()
        .map(Project::name)
        .filter(name -> !name.isBlank())
        .orElseGet(() -> String.valueOf(open.folder().getFileName()));
  }
}
