// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.FolderKind;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.job.JobContext;
import trilobite.model.port.Builds;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.port.ProjectFormat;
import trilobite.model.port.Projects;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Project;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.Target;
import trilobite.model.time.HostClock;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.file.SafeFile;
import trilobite.runner.process.Foreground;
import trilobite.runner.project.Templates;
import trilobite.runner.toolchain.FolderSigns;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.ToolCheck;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;

/// [Builds] by toolchain descriptors. A project is built once at a time, whichever process asks.
public final class ToolchainBuilds implements Builds {

  private final Projects projects;
  private final Templates templates;
  private final Tools tools;
  private final Path state;
  private final BuildRecords records = new BuildRecords();
  private final ProjectFormat format;

  /// What toolchains are there and what of them this machine has.
  public record Tools(Toolchains toolchains, ToolCheck check, Kit kit) {}

  /// @param state Trilobite's folder of durable state
  public ToolchainBuilds(
      Projects projects, Templates templates, Tools tools, ProjectFormat format, Path state) {
    this.format = format;
    this.projects = projects;
    this.templates = templates;
    this.tools = tools;
    this.state = state;
  }

  @Override
  public List<ToolchainInfo> toolchains() {
    var made = templates();
    return tools.toolchains().all().stream().map(entry -> info(entry, made)).toList();
  }

  private ToolchainInfo info(Toolchains.Entry entry, List<TemplateInfo> made) {
    var users =
        made.stream()
            .filter(template -> template.toolchain().equals(entry.name()))
            .map(TemplateInfo::name)
            .toList();
    if (entry.toolchain().isEmpty()) {
      return new ToolchainInfo(
          entry.name(), entry.name(), "", false, entry.problem(), "Mend its descriptor.", users);
    }
    var toolchain = entry.toolchain().get();
    var found = tools.check().check(toolchain);
    return new ToolchainInfo(
        toolchain.name(),
        toolchain.title(),
        toolchain.summary(),
        found.installed(),
        found.state(),
        found.remedy(),
        users,
        toolchain.page().tried().orElse(""),
        toolchain.page().manual());
  }

  @Override
  public List<FolderKind> recognise(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NoSuchFileException(folder.toString());
    }
    var known = tools.toolchains().all().stream().flatMap(e -> e.toolchain().stream()).toList();
    return FolderSigns.of(folder, known).stream()
        .map(fit -> new FolderKind(fit.toolchain().name(), fit.toolchain().title(), fit.why()))
        .toList();
  }

  @Override
  public void adopt(Path folder, String name) throws IOException {
    var toolchain =
        tools
            .toolchains()
            .named(name)
            .orElseThrow(() -> new IOException("There is no toolchain “" + name + "”."));
    var file = folder.resolve("trilobite.toml");
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    var text = ProjectDraft.text(folder, toolchain, format);
    SafeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<TemplateInfo> templates() {
    try {
      return templates.list();
    } catch (IOException e) {
      throw new IllegalStateException("the program's own templates cannot be read", e);
    }
  }

  @Override
  public BuildResult build(
      Path folder, String target, Consumer<BuildEvent> listener, JobContext context)
      throws LaunchException, InterruptedException {
    return alone(
        folder,
        target,
        (place, project, wanted, record) -> {
          var result = build(place, project, wanted, record, listener, context);
          records.write(record, result);
          return result;
        });
  }

  @Override
  public BuildResult clean(
      Path folder, String target, Consumer<BuildEvent> listener, JobContext context)
      throws LaunchException, InterruptedException {
    return alone(
        folder,
        target,
        (place, project, wanted, _) -> {
          long start = HostClock.nanos();
          var toolchain = known(project);
          var plan = BuildPlan.of(place, project, wanted, toolchain, tools.kit());
          if (plan.clean().isEmpty()) {
            throw invalid("The toolchain “" + toolchain.title() + "” knows no clean command.");
          }
          var cleaning = plan.cleaning();
          var end = new BuildRun(cleaning, toolchain, place, listener, context).run();
          long millis = (HostClock.nanos() - start) / 1_000_000;
          return new BuildOutcome(place, cleaning, Optional.empty(), millis, HostClock.wall())
              .cleaned(end);
        });
  }

  @Override
  public Optional<List<String>> menu(Path folder, String target) throws LaunchException {
    return Optional.of(plan(folder, target).menu()).filter(words -> !words.isEmpty());
  }

  @Override
  public int choose(Path folder, String target) throws LaunchException, InterruptedException {
    var plan = plan(folder, target);
    if (plan.menu().isEmpty()) {
      throw invalid("This toolchain has no command for choosing options in a terminal.");
    }
    try {
      return Foreground.run(plan.menu(), folder.toAbsolutePath().normalize(), plan.env());
    } catch (IOException e) {
      throw invalid(
          plan.menu().getFirst() + " could not be started: " + FileTrouble.reason(e) + ".");
    }
  }

  private BuildPlan plan(Path folder, String target) throws LaunchException {
    try {
      var place = folder.toAbsolutePath().normalize();
      var project = project(place);
      return BuildPlan.of(place, project, target(project, target), known(project), tools.kit());
    } catch (IOException e) {
      throw invalid("The project could not be read: " + FileTrouble.reason(e) + ".");
    }
  }

  private Toolchain known(Project project) {
    return tools
        .toolchains()
        .named(project.toolchain())
        .orElseGet(() -> Toolchain.named(project.toolchain()));
  }

  /// Work on a trusted project, which nobody else builds meanwhile.
  private BuildResult alone(Path folder, String target, Work work)
      throws LaunchException, InterruptedException {
    try {
      var place = folder.toAbsolutePath().normalize();
      var project = project(place);
      var wanted = target(project, target);
      var builds = BuildFolder.of(state, place);
      var lock = builds.lock();
      if (lock.isEmpty()) {
        throw invalid("Another build of this project is under way: wait for it, or cancel it.");
      }
      // Closing the channel gives the lock back.
      try (Channel held = lock.get().acquiredBy()) {
        return work.run(place, project, wanted, builds.target(target));
      }
    } catch (IOException e) {
      throw invalid("The build could not be run: " + FileTrouble.reason(e) + ".");
    }
  }

  /// @see #alone
  private interface Work {
    BuildResult run(Path folder, Project project, Target target, Path record)
        throws IOException, LaunchException, InterruptedException;
  }

  private BuildResult build(
      Path folder,
      Project project,
      Target target,
      Path record,
      Consumer<BuildEvent> listener,
      JobContext context)
      throws IOException, InterruptedException {
    long start = HostClock.nanos();
    var toolchain = tools.toolchains().named(project.toolchain());
    var known = known(project);
    var plan = BuildPlan.of(folder, project, target, known, tools.kit());
    var good = plan.image().map(image -> new LastGood(record, image, plan.symbols()));
    var lack = lack(project, toolchain, plan);
    if (lack.isPresent()) {
      return new BuildOutcome(folder, plan, good, 0, HostClock.wall()).unavailable(lack.get());
    }
    var end = new BuildRun(plan, known, folder, listener, context).run();
    long millis = (HostClock.nanos() - start) / 1_000_000;
    // Only now it may be known what the image is called.
    var made = BuildPlan.of(folder, project, target, known, tools.kit());
    var kept = made.image().map(image -> new LastGood(record, image, made.symbols()));
    var result = new BuildOutcome(folder, made, kept, millis, HostClock.wall()).of(end);
    if (result.outcome() == BuildResult.Outcome.DONE) {
      name(folder, target, known, result);
    }
    return result;
  }

  /// Run boots what the project file names. Where only the build knew the image's name, it is
  /// written there now; what somebody else writes meanwhile stays.
  private void name(Path folder, Target target, Toolchain toolchain, BuildResult result)
      throws IOException {
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
  private Optional<String> lack(Project project, Optional<Toolchain> toolchain, BuildPlan plan) {
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

  private Project project(Path folder) throws IOException, LaunchException {
    var parsed = projects.open(folder);
    var project =
        parsed
            .project()
            .orElseThrow(
                () ->
                    new LaunchException(
                        Reason.INVALID, "The project file cannot be read.", parsed.findings()));
    var question = projects.trustQuestion(folder);
    if (!question.trusted()) {
      throw new LaunchException(
          Reason.UNTRUSTED,
          "This project is not trusted yet, so nothing of it was run. "
              + String.join("; ", question.asks())
              + ".",
          List.of());
    }
    return project;
  }

  private static Target target(Project project, String name) throws LaunchException {
    if (!project.targets().containsKey(name)) {
      throw invalid("The project has no target “" + FileTrouble.shown(name) + "”.");
    }
    return Objects.requireNonNull(project.targets().get(name));
  }

  private static LaunchException invalid(String message) {
    return new LaunchException(Reason.INVALID, message, List.of());
  }

  @Override
  public Optional<BuildResult> last(Path folder, String target) {
    try {
      return records.read(BuildFolder.of(state, folder).target(target));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
