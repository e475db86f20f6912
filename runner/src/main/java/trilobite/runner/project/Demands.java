// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import trilobite.model.command.ShellLine;
import trilobite.model.project.Project;
import trilobite.model.project.Target;

/// What a project would make this machine do beyond running a sealed guest, in sentences.
final class Demands {

  private Demands() {}

  /// @param buildCommands the commands that Build would run for the project
  static List<String> of(Project project, List<List<String>> buildCommands) {
    var asks = new ArrayList<String>();
    for (var command : buildCommands) {
      asks.add("Build runs: " + ShellLine.of(command));
    }
    project.env().forEach((name, value) -> asks.add("Build sets: " + name + "=" + value));
    var targets = new LinkedHashSet<String>();
    project.targets().values().forEach(target -> target(target, targets));
    asks.addAll(targets);
    return List.copyOf(asks);
  }

  private static void target(Target target, Set<String> asks) {
    if (!target.qemu().isEmpty()) {
      asks.add("QEMU gets: " + ShellLine.of(target.qemu()));
    }
    target.devices().forEach(device -> asks.add("QEMU gets: -device " + device));
    for (var drive : target.drives()) {
      var may = drive.readonly() || drive.snapshot() ? "reads" : "reads and writes";
      asks.add("The guest " + may + ": " + drive.file());
    }
    target
        .firmware()
        .filter(Demands::outside)
        .ifPresent(file -> asks.add("The guest reads: " + file));
    target
        .kernel()
        .filter(Demands::outside)
        .ifPresent(file -> asks.add("The guest reads: " + file));
    target
        .initrd()
        .filter(Demands::outside)
        .ifPresent(file -> asks.add("The guest reads: " + file));
    for (var forward : target.network().forwards()) {
      if (!forward.loopback()) {
        asks.add("Other machines reach the guest by: " + forward.declaration());
      }
    }
    if (target.network().outbound()) {
      asks.add("The guest reaches the network and this machine's own services");
    }
    if (target.network().mode().equals("tap")) {
      asks.add(
          "The guest joins this machine's network by the tap interface " + target.network().tap());
    }
    if (target.network().mode().equals("vsock")) {
      asks.add("The guest reaches what listens on this machine's vsock");
    }
  }

  private static boolean outside(String file) {
    return file.indexOf('\0') >= 0
        || Path.of(file).isAbsolute()
        || Path.of(file).normalize().startsWith("..");
  }
}
