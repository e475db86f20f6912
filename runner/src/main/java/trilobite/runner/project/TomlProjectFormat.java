// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.check.Finding;
import trilobite.model.check.ParsedProject;
import trilobite.model.check.Severity;
import trilobite.model.port.ProjectFormat;
import trilobite.model.project.ProjectEdit;
import trilobite.runner.toml.Editor;
import trilobite.runner.toml.Layout;
import trilobite.runner.toml.Remarks;
import trilobite.runner.toml.TomlText;

/// [ProjectFormat] by a TOML library, which says what a text means and where it is wrong, and by
/// our own editor, which knows where its parts end.
public final class TomlProjectFormat implements ProjectFormat {

  private static final int MOST_ERRORS = 20;

  @Override
  public ParsedProject parse(String text) {
    return switch (TomlText.read(text)) {
      case TomlText.Broken(var problems) -> {
        var findings = problems.stream().limit(MOST_ERRORS).map(TomlProjectFormat::error).toList();
        yield new ParsedProject(text, Optional.empty(), findings, Map.of());
      }
      case TomlText.Valid(var table) -> {
        var places = Layout.of(text).places();
        var remarks = new Remarks(places);
        var project = ProjectReader.read(table, remarks);
        yield new ParsedProject(text, Optional.of(project), remarks.all(), places);
      }
    };
  }

  @Override
  public String edit(String text, List<ProjectEdit> edits) {
    return Editor.edit(text, edits);
  }

  private static Finding error(TomlText.Problem problem) {
    return new Finding(
        Severity.ERROR,
        Optional.empty(),
        Optional.of(problem.place()),
        problem.message(),
        List.of());
  }
}
