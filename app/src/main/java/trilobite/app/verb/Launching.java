// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.build.BuildResult;
import trilobite.model.check.Severity;
import trilobite.model.console.GuestText;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.Workbench;
import trilobite.model.project.Project;
import trilobite.model.project.Target;

/// Builds and boots a project without a window: the shared way of `run`, `demo` and `build`.
final class Launching {
  private final Env env;
  private final Workbench workbench;
  private final RunPrinter printer;

  Launching(Env env, Workbench workbench, RunPrinter printer) {
    this.env = env;
    this.workbench = workbench;
    this.printer = printer;
  }

  /// Reads a project, or ends the verb with what is wrong with it.
  Project project(Path folder) throws IOException {
    var parsed = workbench.projects().open(folder);
    var warnings =
        parsed.findings().stream().filter(f -> f.severity() == Severity.WARNING).toList();
    if (parsed.project().isPresent() && !warnings.isEmpty()) {
      env.err().println(GuestText.visible(Findings.text(folder, warnings)));
    }
    return parsed
        .project()
        .orElseThrow(() -> new VerbException(Exit.NO, Findings.text(folder, parsed.findings())));
  }

  /// The target asked for, or the first.
  static Target target(Project project, Optional<String> wanted) {
    if (project.targets().isEmpty()) {
      throw new VerbException(
          Exit.NO,
          "the project has no [target.…] to boot; add one:\n"
              + "  → [target.default]\n    kernel = \"the image to boot\"");
    }
    var name = wanted.orElse(project.targets().firstEntry().getKey());
    return Optional.ofNullable(project.targets().get(name))
        .orElseThrow(
            () ->
                new VerbException(
                    Exit.ABSENT,
                    "no target '"
                        + name
                        + "'; there are: "
                        + String.join(", ", project.targets().keySet())));
  }

  void trust(Path folder) throws IOException {
    var question = workbench.projects().trustQuestion(folder);
    if (!question.trusted()) {
      workbench.projects().trust(question);
    }
  }

  /// Builds; returns the exit code.
  int build(Path folder, String target) throws LaunchException, InterruptedException {
    return told(workbench.builds().build(folder, target, printer::build, JobContext.unwatched()));
  }

  /// Removes what builds made; returns the exit code.
  int clean(Path folder, String target) throws LaunchException, InterruptedException {
    return told(workbench.builds().clean(folder, target, printer::build, JobContext.unwatched()));
  }

  private int told(BuildResult result) {
    printer.built(result);
    return switch (result.outcome()) {
      case DONE -> Exit.DONE;
      case FAILED -> Exit.NO;
      case CANCELLED -> Exit.CANCELLED;
      case UNAVAILABLE -> Exit.MACHINE;
    };
  }

  /// True where Run has no image to boot and a build could make one.
  boolean needsBuild(Path folder, Target target) {
    boolean missing =
        target.kernel().isPresent() && !Files.exists(folder.resolve(target.kernel().get()));
    return missing
        && workbench.builds().last(folder, target.name()).flatMap(BuildResult::image).isEmpty();
  }

  /// Boots and follows; returns the exit code.
  int run(Path folder, Target target, RunOptions options)
      throws LaunchException, InterruptedException, IOException {
    var request = new LaunchRequest(folder, target.name(), options.trust, options.detach);
    var guest = workbench.guests().launch(request, JobContext.unwatched());
    return new Watch(env, guest, printer, options, target.ready()).follow();
  }
}
