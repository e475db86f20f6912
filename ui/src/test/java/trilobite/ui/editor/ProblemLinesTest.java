// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;

class ProblemLinesTest {
  private static final Path FILE = Path.of("/p/http.c");

  private static Diagnostic problem(Severity severity, int line, String text) {
    return new Diagnostic(
        severity, Optional.of(FILE), Optional.of(new TextPlace(line, 5)), text, List.of());
  }

  @Test
  void putsTheGravestFirstOnALine() {
    var lines =
        new ProblemLines(
            FILE, List.of(problem(Severity.WARNING, 3, "w"), problem(Severity.ERROR, 3, "e")));
    assertThat(lines.at(2)).extracting(Diagnostic::message).containsExactly("e", "w");
    assertThat(lines.count(Severity.WARNING)).isEqualTo(1);
  }

  @Test
  void leavesOutOtherFiles() {
    var other =
        new Diagnostic(
            Severity.ERROR,
            Optional.of(Path.of("/p/main.c")),
            Optional.of(new TextPlace(1, 1)),
            "m",
            List.of());
    assertThat(new ProblemLines(FILE, List.of(other)).lines()).isEmpty();
  }

  @Test
  void movesProblemsBelowAnEdit() {
    var lines =
        new ProblemLines(
            FILE, List.of(problem(Severity.ERROR, 2, "a"), problem(Severity.ERROR, 9, "b")));
    assertThat(lines.shifted(4, 3).lines()).containsOnlyKeys(1, 11);
  }

  @Test
  void keepsProblemsOfLinesThatWereDeleted() {
    var lines = new ProblemLines(FILE, List.of(problem(Severity.ERROR, 9, "b")));
    assertThat(lines.shifted(5, -10).lines()).containsOnlyKeys(5);
  }

  @Test
  void squigglesAWholeWordAndAtLeastOneCharacter() {
    assertThat(ProblemLines.wordLength("int nheaders;", 4)).isEqualTo(8);
    assertThat(ProblemLines.wordLength("a + b", 2)).isEqualTo(1);
    assertThat(ProblemLines.wordLength("", 0)).isEqualTo(1);
  }
}
