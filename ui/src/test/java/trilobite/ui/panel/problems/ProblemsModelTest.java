// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;

class ProblemsModelTest {
  private static final Optional<Path> FOLDER = Optional.of(Path.of("/p"));

  static Diagnostic problem(
      Severity severity, String file, int line, String text, String... notes) {
    return new Diagnostic(
        severity,
        Optional.of(Path.of(file)),
        Optional.of(new TextPlace(line, 9)),
        text,
        List.of(notes).stream()
            .map(n -> new Diagnostic.Note(Optional.empty(), Optional.empty(), n))
            .toList());
  }

  @Test
  void listsErrorsFirstThenByPlace() {
    var rows =
        ProblemsModel.rows(
            List.of(
                problem(Severity.WARNING, "/p/a.c", 1, "w"),
                problem(Severity.ERROR, "/p/b.c", 9, "e2"),
                problem(Severity.ERROR, "/p/b.c", 2, "e1")),
            FOLDER,
            "");
    assertThat(rows).extracting(ProblemRow::message).containsExactly("e1", "e2", "w");
  }

  @Test
  void keepsNotesBelowTheirProblem() {
    var rows =
        ProblemsModel.rows(
            List.of(problem(Severity.ERROR, "/p/a.c", 1, "e", "declared here")), FOLDER, "");
    assertThat(rows).extracting(ProblemRow::note).containsExactly(false, true);
  }

  @Test
  void showsPathsBelowTheProjectRelatively() {
    var rows =
        ProblemsModel.rows(
            List.of(
                problem(Severity.ERROR, "/p/src/a.c", 3, "x"),
                problem(Severity.ERROR, "/usr/b.h", 4, "y")),
            FOLDER,
            "");
    assertThat(rows).extracting(ProblemRow::where).containsExactly("src/a.c:3:9", "/usr/b.h:4:9");
  }

  @Test
  void filtersByAllWordsInMessageOrPlace() {
    var problems =
        List.of(
            problem(Severity.ERROR, "/p/http.c", 3, "Undeclared MAX"),
            problem(Severity.ERROR, "/p/pool.c", 4, "undeclared MIN"));
    assertThat(ProblemsModel.rows(problems, FOLDER, "undeclared HTTP"))
        .extracting(ProblemRow::where)
        .containsExactly("http.c:3:9");
    assertThat(ProblemsModel.rows(problems, FOLDER, "  ")).hasSize(2);
  }

  @Test
  void countsInWords() {
    assertThat(ProblemsModel.summary(List.of(problem(Severity.ERROR, "/p/a.c", 1, "e"))))
        .isEqualTo("1 error, 0 warnings");
  }

  @Test
  void copiesRowsThatStayRows() {
    var rows =
        ProblemsModel.rows(List.of(problem(Severity.ERROR, "/p/a.c", 1, "a\tb\nc")), FOLDER, "");
    assertThat(ProblemsModel.tsv(rows)).isEqualTo("error\ta b c\ta.c:1:9");
  }
}
