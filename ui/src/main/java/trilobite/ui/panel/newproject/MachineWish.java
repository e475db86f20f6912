// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Forward;
import trilobite.model.project.MemorySize;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.Target;

/// What the first target gets in place of the template's values. Empty texts leave those.
///
/// @param port of the host, that leads to the guest's first one
record MachineWish(String memory, String vcpus, String machine, String port) {

  static final MachineWish NONE = new MachineWish("", "", "", "");

  private static final int MOST_VCPUS = 255;
  private static final int MOST_PORT = 65535;

  boolean badMemory() {
    return !memory.isEmpty() && MemorySize.parse(memory).filter(size -> size.bytes() > 0).isEmpty();
  }

  boolean badVcpus() {
    return !vcpus.isEmpty()
        && (!vcpus.matches("\\d{1,3}")
            || Integer.parseInt(vcpus) < 1
            || Integer.parseInt(vcpus) > MOST_VCPUS);
  }

  boolean badPort() {
    return !port.isEmpty() && (!port.matches("\\d{1,5}") || Integer.parseInt(port) > MOST_PORT);
  }

  Optional<String> problem() {
    if (badMemory()) {
      return Optional.of("“" + memory + "” is no amount of memory: write 64M or 1G.");
    }
    if (badPort()) {
      return Optional.of("“" + port + "” is no port: 1 to 65535, or 0 for any free one.");
    }
    return badVcpus()
        ? Optional.of("“" + vcpus + "” is no number of CPUs: 1 to " + MOST_VCPUS + ".")
        : Optional.empty();
  }

  /// @param target as the template has it: of its first forward the host's port is changed, and one
  ///   that has no forward gets none
  List<ProjectEdit> edits(Target target) {
    var edits = edits(target.name());
    var forwards = target.network().forwards();
    if (!port.isEmpty() && !forwards.isEmpty()) {
      var first = forwards.getFirst();
      var wished =
          new Forward(first.proto(), first.host(), Integer.parseInt(port), first.guestPort());
      var all = new ArrayList<Object>(List.of(wished.declaration()));
      forwards.stream().skip(1).forEach(forward -> all.add(forward.declaration()));
      edits.add(new ProjectEdit.Set(FieldPath.target(target.name(), "network", "forward"), all));
    }
    return edits;
  }

  private List<ProjectEdit> edits(String target) {
    var edits = new ArrayList<ProjectEdit>();
    if (!memory.isEmpty()) {
      edits.add(new ProjectEdit.Set(FieldPath.target(target, "memory"), memory));
    }
    if (!vcpus.isEmpty()) {
      edits.add(new ProjectEdit.Set(FieldPath.target(target, "vcpus"), Long.valueOf(vcpus)));
    }
    if (!machine.isEmpty()) {
      edits.add(new ProjectEdit.Set(FieldPath.target(target, "machine"), machine));
    }
    return edits;
  }
}
