// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ParsedProject;
import trilobite.model.command.CommandLine;
import trilobite.model.command.LaunchPlan;
import trilobite.model.command.QemuCommand;
import trilobite.model.command.ShellLine;
import trilobite.model.port.Projects;
import trilobite.model.project.Forward;
import trilobite.model.project.Project;
import trilobite.model.run.ForwardBinding;
import trilobite.runner.net.FreePorts;
import trilobite.runner.toolchain.Toolchains;

/// [Projects] as folders on disk.
public final class ProjectFolders implements Projects {

  private static final String HOST =
      System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");

  private final ParsedTexts texts = new ParsedTexts(new TomlProjectFormat());
  private final Templates templates;
  private final Trust trust;
  private final RecentFolders recent;
  private final HostFactsReader facts;

  /// @param state Trilobite's folder of durable state
  public ProjectFolders(
      Templates templates, Toolchains toolchains, HostFactsReader facts, Path state) {
    this.templates = templates;
    this.trust = new Trust(state, toolchains);
    this.recent = new RecentFolders(state);
    this.facts = facts;
  }

  @Override
  public ParsedProject open(Path folder) throws IOException {
    var parsed = texts.parse(new ProjectFile(folder).read());
    recent.add(folder);
    return parsed;
  }

  @Override
  public void save(Path folder, String expected, String text) throws IOException {
    new ProjectFile(folder).replace(expected, text);
  }

  @Override
  public ParsedProject create(Path folder, String template, String name) throws IOException {
    templates.copy(template, folder, name);
    var file = new ProjectFile(folder);
    var copied = file.read();
    file.replace(copied, FreshPorts.in(texts.parse(copied)));
    trust.rememberMade(folder);
    return open(folder);
  }

  @Override
  public ParsedProject draft(String template, String name) throws IOException {
    return texts.parse(FreshPorts.in(texts.parse(templates.projectText(template, name))));
  }

  @Override
  public TrustQuestion trustQuestion(Path folder) throws IOException {
    var parsed = texts.parse(new ProjectFile(folder).read());
    if (parsed.project().isEmpty()) {
      // Nothing can be built or run of it, so nothing needs to be trusted yet.
      return new TrustQuestion(folder, false, "", List.of());
    }
    return trust.question(folder, parsed.project().get());
  }

  @Override
  public void trust(TrustQuestion question) throws IOException {
    if (!question.hash().isEmpty()) {
      trust.remember(question);
    }
  }

  @Override
  public HostFacts hostFacts(Path folder, Project project) {
    return facts.read(folder, project, trusted(folder, project));
  }

  @Override
  public CommandLine preview(Path folder, Project project, String target) {
    var wanted = Objects.requireNonNull(project.targets().get(target), () -> "no target " + target);
    var machine = facts.machine();
    var forwards =
        wanted.network().forwards().stream()
            .map(f -> new ForwardBinding(f.proto(), f.host(), f.hostPort(), f.guestPort()))
            .toList();
    return QemuCommand.of(
        wanted,
        new LaunchPlan(
            machine
                .qemu()
                .map(qemu -> qemu.program(wanted.arch()))
                .orElse("qemu-system-" + wanted.arch()),
            project.name(),
            folder,
            Path.of(ShellLine.RUN),
            machine.accelerator(wanted.accelerator(), wanted.arch(), HOST),
            forwards,
            trusted(folder, project)));
  }

  private boolean trusted(Path folder, Project project) {
    try {
      return trust.trusted(folder, project);
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public int freePort(Forward wish) throws IOException {
    return FreePorts.near(wish);
  }

  @Override
  public List<Path> recent() {
    return recent.list();
  }
}
