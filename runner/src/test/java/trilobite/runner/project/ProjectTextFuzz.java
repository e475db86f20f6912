// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Project;
import trilobite.model.project.ProjectEdit;

/// Any text as `trilobite.toml`: it is read without an exception, and where it can be edited in
/// place, the value is there afterwards and comments and all other values are as they were.
public final class ProjectTextFuzz {

  private static final String MEMORY = "96M";

  private ProjectTextFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    var format = new TomlProjectFormat();
    var text = new String(data, UTF_8);
    var parsed = format.parse(text);
    assertThat(parsed.text()).isEqualTo(text);
    var project = parsed.project();
    if (project.isEmpty() || project.get().targets().isEmpty()) {
      return;
    }
    var target = project.get().targets().firstEntry().getKey();
    var path = FieldPath.target(target, "memory");
    String edited;
    try {
      edited = format.edit(text, List.of(new ProjectEdit.Set(path, MEMORY)));
    } catch (IllegalArgumentException e) {
      // The place is taken by a table, say: nothing was changed, and the form shows why.
      return;
    }
    var after = format.parse(edited).project().orElseThrow();
    assertThat(after.targets().get(target).memory()).isEqualTo(MEMORY);
    assertThat(others(after)).isEqualTo(others(project.get()));
    if (!text.contains("\"\"\"") && !text.contains("'''")) {
      assertThat(comments(edited)).containsAll(comments(text));
    }
  }

  private static List<String> others(Project project) {
    return List.of(
        project.name(),
        project.toolchain(),
        project.command().toString(),
        project.env().toString(),
        project.targets().keySet().toString(),
        project.symbols().toString(),
        project.profile());
  }

  private static List<String> comments(String text) {
    return text.lines().map(String::strip).filter(line -> line.startsWith("#")).toList();
  }
}
