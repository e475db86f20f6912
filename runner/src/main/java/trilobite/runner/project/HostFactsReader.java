// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ImageFacts;
import trilobite.model.check.PortUse;
import trilobite.model.machine.MachineReport;
import trilobite.model.project.Drive;
import trilobite.model.project.Forward;
import trilobite.model.project.Project;
import trilobite.runner.host.GuestNetworks;
import trilobite.runner.host.HostMemory;
import trilobite.runner.host.ListeningPorts;
import trilobite.runner.image.ImageReader;
import trilobite.runner.net.FreePorts;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.place.Space;
import trilobite.runner.toolchain.Toolchains;

/// Gathers what the rules need to know of this machine and of a project's files.
public final class HostFactsReader {

  private final Supplier<MachineReport> machine;
  private final Toolchains toolchains;
  private final List<Path> ramFolders;
  private final HeldBy held;
  private final ListeningPorts ports = new ListeningPorts();

  /// Marks the ports in use that a project's own guests hold.
  @FunctionalInterface
  public interface HeldBy {
    List<PortUse> mark(Path folder, List<PortUse> uses);
  }

  /// @param machine what is known of it now; must not block
  /// @param ramFolders where guest RAM may lie; the roomiest counts
  public HostFactsReader(
      Supplier<MachineReport> machine, Toolchains toolchains, List<Path> ramFolders, HeldBy held) {
    this.machine = machine;
    this.toolchains = toolchains;
    this.ramFolders = List.copyOf(ramFolders);
    this.held = held;
  }

  MachineReport machine() {
    return machine.get();
  }

  HostFacts read(Path folder, Project project, boolean trusted) {
    var memory = HostMemory.read();
    return new HostFacts(
        new HostFacts.Room(
            memory.total(),
            memory.available(),
            ramFolders.stream().mapToLong(HostFactsReader::free).max().orElse(0),
            Runtime.getRuntime().availableProcessors()),
        machine.get().qemu(),
        listening(folder, project),
        GuestNetworks.read(),
        files(folder, project),
        toolchains.all().stream().map(Toolchains.Entry::name).toList(),
        trusted);
  }

  /// Bytes for a guest on the file system that a folder is or will be on, if it is one in memory.
  private static long free(Path folder) {
    var existing = folder;
    while (existing.getParent() != null && !Files.isDirectory(existing)) {
      existing = existing.getParent();
    }
    try {
      var room = Space.ofHost().at(existing);
      return room.tmpfs() ? Math.max(0, room.free() - RuntimeFolders.MARGIN) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  /// The kernel takes some ten milliseconds to list its sockets: only worth it where one is held.
  private List<PortUse> listening(Path folder, Project project) {
    boolean allFree =
        project.targets().values().stream()
            .flatMap(target -> target.network().forwards().stream())
            .distinct()
            .allMatch(forward -> forward.hostPort() == 0 || FreePorts.nobodyOn(forward));
    return allFree ? List.of() : held.mark(folder, ports.read(hostPorts(project)));
  }

  private static Set<Integer> hostPorts(Project project) {
    return project.targets().values().stream()
        .flatMap(target -> target.network().forwards().stream())
        .map(Forward::hostPort)
        .collect(Collectors.toSet());
  }

  private static Map<String, ImageFacts> files(Path folder, Project project) {
    var names = new LinkedHashSet<String>();
    for (var target : project.targets().values()) {
      target.firmware().ifPresent(names::add);
      target.kernel().ifPresent(names::add);
      target.initrd().ifPresent(names::add);
      target.drives().stream().map(Drive::file).forEach(names::add);
    }
    var files = new HashMap<String, ImageFacts>();
    names.forEach(name -> files.put(name, facts(folder, name)));
    return Map.copyOf(files);
  }

  private static ImageFacts facts(Path folder, String name) {
    try {
      return ImageReader.facts(folder.resolve(name));
    } catch (InvalidPathException e) {
      return new ImageFacts(false, 0, "", "", false, "this is no file name", Optional.empty());
    }
  }
}
