// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Project;
import trilobite.model.project.TextPlace;

/// The outcome of reading a project file. Never thrown: bad text gives findings.
///
/// @param project absent where the text is no TOML at all
/// @param findings syntax errors, wrong types and unknown keys, with their places
/// @param places where each value stands in the text
public record ParsedProject(
    String text,
    Optional<Project> project,
    List<Finding> findings,
    Map<FieldPath, TextPlace> places) {}
