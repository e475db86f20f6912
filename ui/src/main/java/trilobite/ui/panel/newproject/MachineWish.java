// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.project.FieldPath;
import trilobite.model.project.MemorySize;
import trilobite.model.project.ProjectEdit;

/// What the first target gets in place of the template's values. Empty texts leave those.
record MachineWish(String memory, String vcpus, String machine) {

  static final MachineWish NONE = new MachineWish("", "", "");

  private static final int MOST_VCPUS = 255;

  boolean badMemory() {
    return !memory.isEmpty() && MemorySize.parse(memory).filter(size -> size.bytes() > 0).isEmpty();
  }

  boolean badVcpus() {
    return !vcpus.isEmpty()
        && (!vcpus.matches("\\d{1,3}")
            || Integer.parseInt(vcpus) < 1
            || Integer.parseInt(vcpus) > MOST_VCPUS);
  }

  Optional<String> problem() {
    if (badMemory()) {
      return Optional.of("“" + memory + "” is no amount of memory: write 64M or 1G.");
    }
    return badVcpus()
        ? Optional.of("“" + vcpus + "” is no number of CPUs: 1 to " + MOST_VCPUS + ".")
        : Optional.empty();
  }

  List<ProjectEdit> edits(String target) {
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
