// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.workspace.FileNode;
import trilobite.model.workspace.FileNode.Kind;
import trilobite.model.workspace.FileNode.Status;

final class ProjectModelTest {

  private static final Path ROOT = Path.of("/p");
  private final ProjectModel model = new ProjectModel(ROOT);

  private static FileNode node(String path, Kind kind) {
    return new FileNode(ROOT.resolve(path), kind, Status.NONE);
  }

  private static Diagnostic problem(String file, Severity severity) {
    return new Diagnostic(
        severity, Optional.of(Path.of(file)), Optional.empty(), "wrong", List.of());
  }

  private List<String> names() {
    return model.rows().stream().map(Row::name).toList();
  }

  private Optional<Severity> problemOf(String name) {
    return model.rows().stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow()
        .problem();
  }

  @BeforeEach
  void read() {
    model.took(ROOT, List.of(node("src", Kind.FOLDER), node("Makefile", Kind.TEXT)));
    model.took(ROOT.resolve("src"), List.of(node("src/a.c", Kind.CODE)));
  }

  @Test
  void onlyOpenFoldersShowWhatTheyHold() {
    assertThat(names()).containsExactly("p", "src", "Makefile");
    model.open(ROOT.resolve("src"));
    assertThat(names()).containsExactly("p", "src", "a.c", "Makefile");
    assertThat(model.rows().stream().map(Row::depth)).containsExactly(0, 1, 2, 1);
  }

  @Test
  void onlyOpenFoldersAreRead() {
    assertThat(model.wanted()).containsExactly(ROOT);
    model.reveal(ROOT.resolve("build/out/x.elf"));
    assertThat(model.wanted())
        .containsExactly(ROOT, ROOT.resolve("build"), ROOT.resolve("build/out"));
  }

  @Test
  void theWorstProblemShowsUpToTheTop() {
    model.open(ROOT.resolve("src"));
    model.problems(
        List.of(problem("src/a.c", Severity.WARNING), problem("src/a.c", Severity.ERROR)));
    assertThat(problemOf("a.c")).hasValue(Severity.ERROR);
    assertThat(problemOf("src")).hasValue(Severity.ERROR);
    assertThat(problemOf("Makefile")).isEmpty();
  }

  @Test
  void problemsOutsideTheProjectMarkNothing() {
    model.problems(List.of(problem("/usr/include/stdio.h", Severity.ERROR)));
    assertThat(model.rows()).allMatch(row -> row.problem().isEmpty());
  }

  @Test
  void aFolderThatIsGoneIsClosed() {
    model.open(ROOT.resolve("src"));
    model.lost(ROOT.resolve("src"));
    assertThat(model.wanted()).containsExactly(ROOT);
  }
}
