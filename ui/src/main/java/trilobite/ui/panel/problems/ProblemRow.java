// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.problems;

import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;

/// A line of the panel: a problem, or a note that belongs to the problem above it.
///
/// @param severity of the problem; a note has its problem's
/// @param where such as `src/http.c:76:23`, empty where the tool named no place
record ProblemRow(
    Severity severity,
    boolean note,
    String message,
    String where,
    Optional<Path> file,
    Optional<TextPlace> place) {}
