// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import trilobite.model.build.BuildResult;
import trilobite.model.build.BuildResult.Outcome;
import trilobite.model.build.Diagnostic;
import trilobite.runner.file.FileTrouble;

/// Turns the end of a build into its result, and says which image Run would boot now.
///
/// @param good the last good image; empty where the project boots from a drive
/// @param folder of the project, to name files shortly
record BuildOutcome(
    Path folder, BuildPlan plan, Optional<LastGood> good, long millis, Instant now) {

  BuildResult of(BuildRun.End end) throws IOException {
    var problems = end.problems();
    if (end.stopped()) {
      return older(Outcome.CANCELLED, "The build was cancelled.", problems.found());
    }
    if (end.code() != 0) {
      int errors = problems.errors();
      var count = errors == 0 ? "" : errors == 1 ? ": 1 error" : ": " + errors + " errors";
      var command = FileTrouble.shown(end.command().getFirst());
      return older(
          Outcome.FAILED,
          command + " failed with exit code " + end.code() + count + ".",
          problems.found());
    }
    return done(problems.found());
  }

  private BuildResult done(List<Diagnostic> problems) throws IOException {
    if (plan.image().isEmpty()) {
      return result(Outcome.DONE, "", false, problems);
    }
    if (!Files.isRegularFile(plan.image().get())) {
      var name = name(plan.image().get());
      return older(Outcome.FAILED, "The build ended well but made no " + name + ".", problems);
    }
    var facts = good.orElseThrow().facts();
    if (!facts.bootable()) {
      return result(
          Outcome.DONE,
          name(plan.image().get()) + " cannot boot: " + facts.why() + ".",
          false,
          problems);
    }
    good.get().keep();
    return result(Outcome.DONE, "", false, problems);
  }

  /// How cleaning ended: no image is asked for after it.
  BuildResult cleaned(BuildRun.End end) {
    var command = FileTrouble.shown(String.join(" ", end.command()));
    var outcome =
        end.stopped() ? Outcome.CANCELLED : end.code() == 0 ? Outcome.DONE : Outcome.FAILED;
    var why =
        switch (outcome) {
          case DONE, UNAVAILABLE -> "";
          case CANCELLED -> command + " was cancelled.";
          case FAILED -> command + " failed with exit code " + end.code() + ".";
        };
    return new BuildResult(
        outcome,
        why,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        end.problems().found(),
        millis,
        now);
  }

  /// The toolchain is missing: nothing was run. An image that ships with the program stands in
  /// where the project has none.
  BuildResult unavailable(String why) throws IOException {
    var image = plan.image();
    if (image.isPresent() && !Files.exists(image.get()) && !good.orElseThrow().restore()) {
      var prebuilt = plan.prebuilt().filter(Files::exists);
      if (prebuilt.isPresent()) {
        Files.createDirectories(image.get().getParent());
        Files.copy(prebuilt.get(), image.get(), StandardCopyOption.REPLACE_EXISTING);
        copySymbols(prebuilt.get());
        return result(
            Outcome.UNAVAILABLE,
            why + " Run boots the image that ships with Trilobite, without your changes.",
            true,
            List.of());
      }
    }
    return older(Outcome.UNAVAILABLE, why, List.of());
  }

  private void copySymbols(Path prebuilt) throws IOException {
    var name = prebuilt.getFileName().toString().replaceFirst("\\.[^.]*$", ".dbg");
    var symbols = prebuilt.resolveSibling(name);
    if (plan.symbols().isPresent() && Files.exists(symbols)) {
      Files.copy(symbols, plan.symbols().get(), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private BuildResult older(Outcome outcome, String why, List<Diagnostic> problems)
      throws IOException {
    if (good.isEmpty()) {
      return result(outcome, why, false, problems);
    }
    if (!good.get().restore()) {
      return result(
          outcome,
          why + " There is no earlier image, so Run has nothing to boot.",
          false,
          problems);
    }
    var id = good.get().facts().buildId().map(text -> ", build-id " + shortened(text)).orElse("");
    var words = " Run still boots the image " + good.get().age(now) + id + ".";
    return result(outcome, why + words, true, problems);
  }

  private static String shortened(String buildId) {
    return buildId.substring(0, Math.min(12, buildId.length()));
  }

  private BuildResult result(
      Outcome outcome, String why, boolean older, List<Diagnostic> problems) {
    var image = plan.image().filter(Files::isRegularFile);
    return new BuildResult(
        outcome,
        why,
        image,
        image.flatMap(_ -> good.orElseThrow().facts().buildId()),
        plan.symbols().filter(Files::isRegularFile),
        older && image.isPresent(),
        problems,
        millis,
        now);
  }

  private String name(Path file) {
    return FileTrouble.shown(file.startsWith(folder) ? folder.relativize(file) : file);
  }
}
