// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchException;
import trilobite.model.port.ProjectFormat;
import trilobite.model.port.Projects;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.time.HostClock;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.toolchain.Toolchains;

/// Builds or cleans one target of a project that nobody else builds meanwhile.
///
/// @param record where the target's builds are remembered
record Building(
    TrustedProject trusted,
    Path record,
    Projects projects,
    ProjectFormat format,
    ToolchainBuilds.Tools tools,
    TimeRecords times) {

  BuildResult build(Consumer<BuildEvent> listener, JobContext context)
      throws IOException, InterruptedException {
    long start = HostClock.nanos();
    var folder = trusted.folder();
    var plan = trusted.plan(tools.kit());
    var good = plan.image().map(image -> new LastGood(record, image, plan.symbols()));
    var lack = lack(plan);
    if (lack.isPresent()) {
      return new BuildOutcome(folder, plan, good, 0, HostClock.wall()).unavailable(lack.get());
    }
    var history = times.read(record);
    boolean fromNothing = plan.image().filter(image -> !Files.exists(image)).isPresent();
    int expected = history.expected(fromNothing);
    var run = new BuildRun(plan, trusted, expected, listener, context);
    var end = run.run();
    long millis = (HostClock.nanos() - start) / 1_000_000;
    // Only now it may be known what the image is called.
    var made = trusted.plan(tools.kit());
    var kept = made.image().map(image -> new LastGood(record, image, made.symbols()));
    var result = new BuildOutcome(folder, made, kept, millis, HostClock.wall()).of(end);
    boolean done = result.outcome() == BuildResult.Outcome.DONE;
    times.write(record, history.with(done ? run.steps() : 0, done && fromNothing, run.times()));
    if (done) {
      name(result);
    }
    return result;
  }

  /// @throws LaunchException where the toolchain has no command for it
  BuildResult clean(Consumer<BuildEvent> listener, JobContext context)
      throws IOException, LaunchException, InterruptedException {
    long start = HostClock.nanos();
    var toolchain = trusted.toolchain();
    var plan = trusted.plan(tools.kit());
    if (plan.clean().isEmpty()) {
      throw TrustedProject.invalid(
          "The toolchain “" + toolchain.title() + "” knows no clean command.");
    }
    var cleaning = plan.cleaning();
    var end = new BuildRun(cleaning, trusted, 0, listener, context).run();
    long millis = (HostClock.nanos() - start) / 1_000_000;
    return new BuildOutcome(trusted.folder(), cleaning, Optional.empty(), millis, HostClock.wall())
        .cleaned(end);
  }

  /// Run boots what the project file names. Where only the build knew the image's name, it is
  /// written there now; what somebody else writes meanwhile stays.
  private void name(BuildResult result) throws IOException {
    var folder = trusted.folder();
    var target = trusted.target();
    var toolchain = trusted.toolchain();
    boolean unnamed = target.kernel().isEmpty() && target.drives().isEmpty();
    if (unnamed && result.image().isPresent() && toolchain.image().orElse("").contains("*")) {
      var image = result.image().get();
      var file = (image.startsWith(folder) ? folder.relativize(image) : image).toString();
      var text = projects.open(folder).text();
      var key = toolchain.start().loader().isPresent() ? "initrd" : "kernel";
      var edit = new ProjectEdit.Set(FieldPath.target(target.name(), key), file);
      projects.save(folder, text, format.edit(text, List.of(edit)));
    }
  }

  /// Why nothing can be built here; empty where something can.
  private Optional<String> lack(BuildPlan plan) {
    var project = trusted.project();
    var toolchain = tools.toolchains().named(project.toolchain());
    if (toolchain.isEmpty() && project.command().isEmpty()) {
      var known = tools.toolchains().all().stream().map(Toolchains.Entry::name).toList();
      return Optional.of(
          "There is no toolchain “"
              + FileTrouble.shown(project.toolchain())
              + "”; there are "
              + String.join(", ", known)
              + ".");
    }
    var found = toolchain.map(tools.check()::check);
    if (found.isPresent() && !found.get().installed()) {
      return Optional.of(found.get().state() + ": " + found.get().remedy() + ".");
    }
    return plan.command().isEmpty()
        ? Optional.of("The project says no build.command, so there is nothing to run.")
        : Optional.empty();
  }
}
