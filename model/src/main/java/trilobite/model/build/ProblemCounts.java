// SPDX-License-Identifier: Apache-2.0
package trilobite.model.build;

import java.util.List;
import trilobite.model.check.Severity;

/// How many errors and warnings a build found.
public record ProblemCounts(long errors, long warnings) {

  public static ProblemCounts of(List<Diagnostic> problems) {
    return new ProblemCounts(count(problems, Severity.ERROR), count(problems, Severity.WARNING));
  }

  private static long count(List<Diagnostic> problems, Severity severity) {
    return problems.stream().filter(problem -> problem.severity() == severity).count();
  }

  public boolean none() {
    return errors + warnings == 0;
  }

  /// Such as `2 errors, 1 warning`; both are named even where one is 0.
  public String text() {
    return plural(errors, "error") + ", " + plural(warnings, "warning");
  }

  /// Such as `1 error`; empty where there is none.
  public String errorText() {
    return errors == 0 ? "" : plural(errors, "error");
  }

  private static String plural(long count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
