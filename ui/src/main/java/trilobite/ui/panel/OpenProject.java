// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.check.ParsedProject;

/// The project of a window.
///
/// @param parsed its file as last read or edited
/// @param target name of the chosen target, empty where the project has none
/// @param trusted false until the user said yes to what it would make the machine do
public record OpenProject(Path folder, ParsedProject parsed, String target, boolean trusted) {

  /// True where another project was opened, or none is any more: a project is told anew with each
  /// edit of its file.
  public static boolean another(Optional<OpenProject> was, Optional<OpenProject> now) {
    return !was.map(OpenProject::folder).equals(now.map(OpenProject::folder));
  }
}
