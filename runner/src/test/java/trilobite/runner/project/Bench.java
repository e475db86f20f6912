// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import trilobite.model.machine.MachineReport;
import trilobite.model.machine.QemuFacts;
import trilobite.model.run.Accelerator;
import trilobite.runner.data.Data;
import trilobite.runner.toolchain.Toolchains;

/// The parts around projects, in folders of a test.
public record Bench(Path root, Data data) {

  /// With the data that ships.
  public static Bench in(Path root) {
    return new Bench(root, Data.shipped());
  }

  public Path state() {
    return root.resolve("state");
  }

  public Toolchains toolchains() {
    return new Toolchains(data, root.resolve("config"));
  }

  public Templates templates() {
    return new Templates(data);
  }

  public ProjectFolders projects() {
    var qemu = new QemuFacts("/usr/bin/qemu-system-x86_64", "7.2.22", List.of());
    var report =
        new MachineReport(
            Instant.EPOCH, List.of(), Optional.of(qemu), new Accelerator("tcg", "a test"));
    var facts =
        new HostFactsReader(
            () -> report, toolchains(), List.of(Path.of("/dev/shm/x")), (_, uses) -> uses);
    return new ProjectFolders(templates(), toolchains(), facts, state());
  }
}
