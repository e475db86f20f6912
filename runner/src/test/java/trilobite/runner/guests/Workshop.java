// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.machine.MachineReport;
import trilobite.model.port.Machine;
import trilobite.model.run.Accelerator;
import trilobite.runner.live.BlindObserver;
import trilobite.runner.live.Launcher;
import trilobite.runner.place.RunFolders;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.place.Space;

/// Everything a launch needs around it, in folders of a test's own.
///
/// @param home of projects and durable folders
/// @param shm of runtime folders
record Workshop(Path home, Path shm) {

  Places places() {
    var runtime = new RuntimeFolders(shm.resolve("wished"), shm.resolve("short"), Space.ofHost());
    return new Places(new RunFolders(home.resolve("state")), runtime);
  }

  LocalGuests guests(FakeProjects projects) {
    return guests(projects, new Launcher(session -> new BlindObserver()));
  }

  LocalGuests guests(FakeProjects projects, Launcher launcher) {
    var starting =
        new Starting(_ -> List.of(), _ -> List.of(), List.of(), home.resolve("keeper.log"));
    return new LocalGuests(projects, machine(), places(), launcher, starting);
  }

  /// A project folder with an image.
  Path project(String name, byte[] image, String more) throws IOException {
    var folder = Files.createDirectories(home.resolve(name));
    Files.write(folder.resolve("tiny.elf"), image);
    Files.writeString(
        folder.resolve("trilobite.toml"),
        """
        [project]
        name = "tiny"
        toolchain = "command"
        [build]
        command = ["true"]
        [target.default]
        machine = "microvm"
        memory = "16M"
        kernel = "tiny.elf"
        [target.default.network]
        mode = "none"
        """
            + more);
    return folder;
  }

  private static Machine machine() {
    return new Machine() {
      @Override
      public MachineReport report() {
        return new MachineReport(
            Instant.EPOCH, List.of(), Optional.empty(), new Accelerator("tcg", "a test"));
      }

      @Override
      public MachineReport check(JobContext context) {
        return report();
      }
    };
  }
}
