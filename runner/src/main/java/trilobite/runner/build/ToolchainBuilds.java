// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.channels.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.FileTime;
import trilobite.model.build.FolderKind;
import trilobite.model.build.OptionTable;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.job.JobContext;
import trilobite.model.port.Builds;
import trilobite.model.port.LaunchException;
import trilobite.model.port.ProjectFormat;
import trilobite.model.port.Projects;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.option.OptionTables;
import trilobite.runner.process.Foreground;
import trilobite.runner.project.Templates;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.ToolCheck;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;
import trilobite.runner.toolchain.Variables;

/// [Builds] by toolchain descriptors. A project is built once at a time, whichever process asks.
public final class ToolchainBuilds implements Builds {

  private final Projects projects;
  private final Tools tools;
  private final ProjectFormat format;
  private final Path state;
  private final Catalogue catalogue;
  private final BuildRecords records = new BuildRecords();
  private final TimeRecords times = new TimeRecords();

  /// What toolchains are there and what of them this machine has.
  public record Tools(Toolchains toolchains, ToolCheck check, Kit kit) {}

  /// @param state Trilobite's folder of durable state
  public ToolchainBuilds(
      Projects projects, Templates templates, Tools tools, ProjectFormat format, Path state) {
    this.projects = projects;
    this.tools = tools;
    this.format = format;
    this.state = state;
    this.catalogue = new Catalogue(templates, tools, format);
  }

  @Override
  public List<ToolchainInfo> toolchains() {
    return catalogue.toolchains();
  }

  @Override
  public List<TemplateInfo> templates() {
    return catalogue.templates();
  }

  @Override
  public List<FolderKind> recognise(Path folder) throws IOException {
    return catalogue.recognise(folder);
  }

  @Override
  public void adopt(Path folder, String toolchain) throws IOException {
    catalogue.adopt(folder, toolchain);
  }

  @Override
  public BuildResult build(
      Path folder, String target, Consumer<BuildEvent> listener, JobContext context)
      throws LaunchException, InterruptedException {
    return alone(
        folder,
        target,
        building -> {
          var result = building.build(listener, context);
          records.write(building.record(), result);
          return result;
        });
  }

  @Override
  public BuildResult clean(
      Path folder, String target, Consumer<BuildEvent> listener, JobContext context)
      throws LaunchException, InterruptedException {
    return alone(folder, target, building -> building.clean(listener, context));
  }

  @Override
  public boolean hasMenu(String toolchain) {
    return tools.toolchains().named(toolchain).filter(t -> !t.menuconfig().isEmpty()).isPresent();
  }

  @Override
  public Optional<List<String>> menu(Path folder, String target) throws LaunchException {
    return Optional.of(plan(folder, target).menu()).filter(words -> !words.isEmpty());
  }

  @Override
  public int choose(Path folder, String target) throws LaunchException, InterruptedException {
    var plan = plan(folder, target);
    if (plan.menu().isEmpty()) {
      throw TrustedProject.invalid(
          "This toolchain has no command for choosing options in a terminal.");
    }
    try {
      return Foreground.run(plan.menu(), folder.toAbsolutePath().normalize(), plan.env());
    } catch (IOException e) {
      throw TrustedProject.invalid(
          plan.menu().getFirst() + " could not be started: " + FileTrouble.reason(e) + ".");
    }
  }

  private BuildPlan plan(Path folder, String target) throws LaunchException {
    try {
      return TrustedProject.of(projects, tools.toolchains(), folder, target).plan(tools.kit());
    } catch (IOException e) {
      throw TrustedProject.invalid("The project could not be read: " + FileTrouble.reason(e) + ".");
    }
  }

  /// Work on a trusted project, which nobody else builds meanwhile.
  private BuildResult alone(Path folder, String target, Work work)
      throws LaunchException, InterruptedException {
    try {
      var trusted = TrustedProject.of(projects, tools.toolchains(), folder, target);
      var builds = BuildFolder.of(state, trusted.folder());
      var lock = builds.lock();
      if (lock.isEmpty()) {
        throw TrustedProject.invalid(
            "Another build of this project is under way: wait for it, or cancel it.");
      }
      // Closing the channel gives the lock back.
      try (Channel held = lock.get().acquiredBy()) {
        return work.run(
            new Building(trusted, builds.target(target), projects, format, tools, times));
      }
    } catch (IOException e) {
      throw TrustedProject.invalid("The build could not be run: " + FileTrouble.reason(e) + ".");
    }
  }

  /// @see #alone
  private interface Work {
    BuildResult run(Building building) throws IOException, LaunchException, InterruptedException;
  }

  @Override
  public List<OptionTable> options(Path folder) throws IOException {
    return tables(folder).read();
  }

  @Override
  public void setOption(Path folder, String table, String name, String value) throws IOException {
    tables(folder).set(table, name, value);
  }

  private OptionTables tables(Path folder) throws IOException {
    var place = folder.toAbsolutePath().normalize();
    var project =
        projects
            .open(place)
            .project()
            .orElseThrow(() -> new IOException("The project file cannot be read."));
    var toolchain =
        tools
            .toolchains()
            .named(project.toolchain())
            .orElseGet(() -> Toolchain.named(project.toolchain()));
    return new OptionTables(place, toolchain, Variables.of(place, project.name(), toolchain));
  }

  @Override
  public List<FileTime> times(Path folder, String target) {
    try {
      return TimeRecords.table(times.read(BuildFolder.of(state, folder).target(target)));
    } catch (IOException e) {
      return List.of();
    }
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
