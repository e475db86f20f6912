// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.ArrayList;
import java.util.Optional;
import trilobite.model.project.MemorySize;
import trilobite.model.project.Target;
import trilobite.ui.panel.OpenProject;

/// A target in a few words, such as `x86_64 · q35 · 64 MiB · 1 vCPU`.
final class TargetText {

  private TargetText() {}

  static String of(Target target) {
    var words = new ArrayList<String>();
    words.add(target.arch());
    words.add(target.machine());
    words.add(target.memorySize().map(MemorySize::toString).orElse(target.memory()));
    words.add(target.vcpus() == 1 ? "1 vCPU" : target.vcpus() + " vCPUs");
    words.removeIf(String::isBlank);
    return String.join(" · ", words);
  }

  static String of(OpenProject open) {
    return chosen(open).map(TargetText::of).orElse("No target");
  }

  static Optional<Target> chosen(OpenProject open) {
    return open.parsed()
        .project()
        .flatMap(project -> Optional.ofNullable(project.targets().get(open.target())));
  }
}
