// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;
import java.util.Optional;
import trilobite.model.project.FieldPath;
import trilobite.model.project.TextPlace;

/// Something wrong or noteworthy about a project, tied to the field that causes it.
///
/// @param message one sentence: what is wrong and what would work
/// @param fixes one-click cures, best first
public record Finding(
    Severity severity,
    Optional<FieldPath> field,
    Optional<TextPlace> place,
    String message,
    List<Fix> fixes) {

  /// True where a click of that kind may cure it.
  public boolean curedBy(Fix.Action action) {
    return fixes.stream().anyMatch(fix -> fix.action() == action);
  }
}
