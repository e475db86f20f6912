// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.check.Severity;

class ProblemCountsTest {

  private static List<Diagnostic> problems(int errors, int warnings) {
    return Stream.concat(
            Collections.nCopies(errors, Severity.ERROR).stream(),
            Collections.nCopies(warnings, Severity.WARNING).stream())
        .map(
            severity ->
                new Diagnostic(severity, Optional.empty(), Optional.empty(), "m", List.of()))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "0,0,'0 errors, 0 warnings'",
    "1,2,'1 error, 2 warnings'",
    "2,1,'2 errors, 1 warning'"
  })
  void bothAreNamed(int errors, int warnings, String text) {
    assertThat(ProblemCounts.of(problems(errors, warnings)).text()).isEqualTo(text);
  }

  @Test
  void noErrorsNeedNoWord() {
    assertThat(ProblemCounts.of(problems(0, 3)).errorText()).isEmpty();
    assertThat(ProblemCounts.of(problems(1, 3)).errorText()).isEqualTo("1 error");
    assertThat(ProblemCounts.of(problems(0, 0)).none()).isTrue();
  }
}
