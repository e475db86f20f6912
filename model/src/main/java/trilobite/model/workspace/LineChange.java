// SPDX-License-Identifier: Apache-2.0
package trilobite.model.workspace;

/// A run of changed lines for the editor's margin; lines are 0-based, `to` exclusive.
public record LineChange(Kind kind, int from, int to) {

  /// Kind of a change; `DELETED` marks the line before which lines are gone.
  public enum Kind {
    ADDED,
    MODIFIED,
    DELETED
  }
}
