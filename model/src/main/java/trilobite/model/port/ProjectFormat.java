// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.util.List;
import trilobite.model.check.ParsedProject;
import trilobite.model.project.ProjectEdit;

/// Reads and edits the text of `trilobite.toml`. Pure computation, fast enough for every key
/// stroke, any thread.
public interface ProjectFormat {

  /// Never throws: whatever the text holds becomes a project, findings, or both.
  ParsedProject parse(String text);

  /// Applies edits in order; everything they do not touch keeps its bytes.
  ///
  /// @throws IllegalArgumentException where the text is no TOML, or an edit does not fit it
  String edit(String text, List<ProjectEdit> edits);
}
