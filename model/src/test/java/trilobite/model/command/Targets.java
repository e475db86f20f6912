// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.project.Drive;
import trilobite.model.project.Forward;
import trilobite.model.project.Network;
import trilobite.model.project.Target;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;

/// Targets and plans for tests of the command line.
final class Targets {

  static final Network USER =
      new Network("user", List.of(new Forward("tcp", "127.0.0.1", 8080, 80)), List.of(), false);

  private Targets() {}

  static Target target(String machine, String append, List<Drive> drives, Network network) {
    return new Target(
        "default",
        "x86_64",
        machine,
        "auto",
        "max",
        "64M",
        2,
        Optional.of("build/tidepool.elf"),
        Optional.empty(),
        append,
        Optional.empty(),
        List.of("vhost-vsock-pci,guest-cid=3"),
        List.of("-d", "int"),
        drives,
        network);
  }

  static LaunchPlan plan(boolean trusted) {
    return new LaunchPlan(
        "qemu-system-x86_64",
        "tidepool",
        Path.of("/projects/tide, pool"),
        Path.of("/run/user/1000/trilobite/12"),
        new Accelerator("tcg", "KVM was not tried yet"),
        List.of(new ForwardBinding("tcp", "127.0.0.1", 8081, 80)),
        trusted);
  }
}
