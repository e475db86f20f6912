// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import trilobite.model.port.Workbench;

/// A project to be made.
record Making(Path folder, String template, String name, MachineWish machine) {

  /// Makes it. Blocks.
  void run(Workbench workbench) throws IOException {
    var made = workbench.projects().create(folder, template, name);
    var target = made.project().flatMap(project -> project.targets().values().stream().findFirst());
    var edits = target.map(machine::edits).orElse(List.of());
    if (!edits.isEmpty()) {
      var text = workbench.format().edit(made.text(), edits);
      workbench.projects().save(folder, made.text(), text);
    }
  }
}
