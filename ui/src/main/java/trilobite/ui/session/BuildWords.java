// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.util.List;
import trilobite.model.build.BuildResult;
import trilobite.model.build.ProblemCounts;
import trilobite.model.check.Severity;
import trilobite.ui.panel.Toast;

/// What a build's end says to people.
final class BuildWords {

  private BuildWords() {}

  static Toast toast(BuildResult result, Host host) {
    return switch (result.outcome()) {
      case DONE -> Toast.info("Build done", "in " + Words.span((double) result.durationMillis()));
      case CANCELLED -> Toast.info("Build cancelled", result.why());
      case FAILED ->
          new Toast(
              Severity.ERROR,
              "Build failed" + counts(result),
              result.why(),
              List.of(new Toast.Action("Show problems", () -> host.reveal(WellKnown.PROBLEMS))));
      case UNAVAILABLE ->
          new Toast(
              Severity.ERROR,
              "Cannot build on this machine",
              result.why(),
              List.of(new Toast.Action("Show machine", () -> host.reveal(WellKnown.MACHINE))));
    };
  }

  static Toast cleaned(BuildResult result) {
    return result.outcome() == BuildResult.Outcome.DONE
        ? Toast.info("Clean", "Everything that builds made is removed; Run builds anew.")
        : Toast.error("Not cleaned", result.why());
  }

  static Toast failed(Throwable failure) {
    return Toast.error("Cannot build", Words.of(failure));
  }

  private static String counts(BuildResult result) {
    var errors = ProblemCounts.of(result.diagnostics()).errorText();
    return errors.isEmpty() ? "" : ": " + errors;
  }
}
