// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

import java.util.List;
import java.util.Optional;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;

/// One problem that a build tool reported, whole: a compiler's notes belong to their error.
///
/// @param file as the tool wrote it, resolved against the project folder where it lies there
/// @param place absent where the tool gave none
/// @param notes related lines, such as `note: declared here`
public record Diagnostic(
    Severity severity,
    Optional<java.nio.file.Path> file,
    Optional<TextPlace> place,
    String message,
    List<Note> notes) {

  /// A related place.
  public record Note(
      Optional<java.nio.file.Path> file, Optional<TextPlace> place, String message) {}
}
