// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.check.HostFacts;
import trilobite.model.check.HostNetwork;
import trilobite.model.check.ImageFacts;
import trilobite.model.check.ParsedProject;
import trilobite.model.command.CommandLine;
import trilobite.model.machine.QemuFacts;
import trilobite.model.port.Projects;
import trilobite.model.project.Forward;
import trilobite.model.project.Project;
import trilobite.runner.net.FreePorts;
import trilobite.runner.project.TomlProjectFormat;

/// Projects of which only what a launch needs is real: reading the file and trusting it.
final class FakeProjects implements Projects {

  boolean trusted = true;
  Optional<QemuFacts> qemu =
      Optional.of(new QemuFacts("/usr/bin/qemu-system-x86_64", "7.2.22", List.of()));

  @Override
  public ParsedProject open(Path folder) throws IOException {
    return new TomlProjectFormat().parse(Files.readString(folder.resolve("trilobite.toml")));
  }

  @Override
  public void save(Path folder, String expected, String text) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ParsedProject create(Path folder, String template, String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ParsedProject draft(String template, String name) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TrustQuestion trustQuestion(Path folder) {
    return new TrustQuestion(folder, trusted, "hash", List.of("Build runs: rm -rf /"));
  }

  @Override
  public void trust(TrustQuestion question) {
    trusted = true;
  }

  @Override
  public HostFacts hostFacts(Path folder, Project project) {
    Map<String, ImageFacts> files = new HashMap<>();
    for (var target : project.targets().values()) {
      target.kernel().ifPresent(kernel -> files.put(kernel, image(folder.resolve(kernel))));
    }
    return new HostFacts(
        new HostFacts.Room(8L << 30, 8L << 30, 8L << 30, 2),
        qemu,
        List.of(),
        HostNetwork.NONE,
        files,
        List.of("command"),
        trusted);
  }

  private static ImageFacts image(Path file) {
    return new ImageFacts(
        Files.exists(file), 1, "elf64", "x86_64", true, "a test", Optional.of("abcd"));
  }

  @Override
  public CommandLine preview(Path folder, Project project, String target) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int freePort(Forward wish) throws IOException {
    return FreePorts.near(wish);
  }

  @Override
  public List<Path> recent() {
    return List.of();
  }
}
