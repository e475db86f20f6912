// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;
import trilobite.model.project.ProjectEdit;

/// A one-click cure for a finding, such as `Use 18080`.
///
/// @param edits changes of the project file; empty where the cure is another action
public record Fix(String label, Action action, List<ProjectEdit> edits) {

  /// What a click does.
  public enum Action {
    /// Applies the edits.
    EDIT,
    /// Builds the project.
    BUILD,
    /// Asks whether to trust the project.
    TRUST,
    /// Shows the machine check, which says what to install.
    MACHINE
  }

  public Fix {
    edits = List.copyOf(edits);
  }

  /// A cure by edits of the project file.
  public Fix(String label, List<ProjectEdit> edits) {
    this(label, Action.EDIT, edits);
  }
}
