// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import java.util.Locale;
import java.util.Optional;
import trilobite.model.build.BuildResult;
import trilobite.model.build.ProblemCounts;
import trilobite.ui.panel.Session.BuildView;

/// What the header says about a build. Knows no JavaFX.
final class BuildWords {
  private BuildWords() {}

  static String title(BuildView build) {
    if (build.running()) {
      return build.step().isEmpty() ? "Building" : build.step();
    }
    return build.result().map(BuildWords::ended).orElse("");
  }

  private static String ended(BuildResult result) {
    var took = String.format(Locale.ROOT, "%.1f s", result.durationMillis() / 1000.0);
    return switch (result.outcome()) {
      case DONE -> "Built in " + took;
      case FAILED -> "Build failed";
      case CANCELLED -> "Build cancelled";
      case UNAVAILABLE -> "Nothing was built";
    };
  }

  /// Such as `2 errors, 1 warning`, `7 of 12` or `about 60 %, by the last build`.
  static String detail(BuildView build) {
    if (build.running()) {
      return progress(build);
    }
    return build.result().map(BuildWords::counts).orElse("");
  }

  private static String progress(BuildView build) {
    if (build.total() == 0) {
      return build.done() > 0 ? build.done() + " steps" : "";
    }
    return build.estimated()
        ? "about " + 100 * build.done() / build.total() + " %, by the last build"
        : build.done() + " of " + build.total();
  }

  private static String counts(BuildResult result) {
    var counts = ProblemCounts.of(result.diagnostics());
    if (counts.none()) {
      return result
          .buildId()
          .map(id -> "build-id " + id.substring(0, Math.min(8, id.length())))
          .orElse("");
    }
    return counts.text();
  }

  /// Why it did not succeed, and which image Run takes now; empty where all went well.
  static Optional<String> note(BuildView build) {
    return build
        .result()
        .filter(r -> !build.running() && r.outcome() != BuildResult.Outcome.DONE)
        .filter(r -> !r.why().isEmpty())
        .map(r -> r.why() + lastGood(r));
  }

  /// Names the image that the sentence before is about.
  private static String lastGood(BuildResult result) {
    return result
        .image()
        .filter(_ -> result.imageIsOlder())
        .map(image -> " It is " + image.getFileName() + ".")
        .orElse("");
  }

  /// Nothing could be built because this machine lacks something.
  static boolean lacksTools(BuildView build) {
    return !build.running()
        && build.result().filter(r -> r.outcome() == BuildResult.Outcome.UNAVAILABLE).isPresent();
  }

  /// From 0 to 1, negative while the end is not known.
  static double fraction(BuildView build) {
    return build.total() > 0 ? (double) build.done() / build.total() : -1;
  }
}
