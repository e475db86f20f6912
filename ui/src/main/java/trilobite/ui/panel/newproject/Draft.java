// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trilobite.model.check.Finding;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ProjectRules;
import trilobite.model.command.CommandLine;
import trilobite.model.port.Workbench;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Target;

/// What Run would start of a project that is not made yet, and what this machine says to it.
///
/// @param target the first one, which a new project opens with
/// @param findings but for files: those that a build makes are not there yet
record Draft(String target, CommandLine command, HostFacts host, List<Finding> findings) {

  private static final Set<String> FILES = Set.of("kernel", "initrd", "drive");

  /// What is wished for.
  record Wish(Path folder, String template, String name, MachineWish machine) {}

  /// Makes nothing. Blocks.
  static Optional<Draft> of(Workbench workbench, Wish wish) throws IOException {
    var projects = workbench.projects();
    var drafted = projects.draft(wish.template(), wish.name());
    var target = drafted.project().flatMap(project -> first(project.targets().values()));
    if (target.isEmpty()) {
      return Optional.empty();
    }
    var edits = wish.machine().edits(target.get());
    var format = workbench.format();
    var parsed = edits.isEmpty() ? drafted : format.parse(format.edit(drafted.text(), edits));
    return parsed
        .project()
        .map(
            project -> {
              var host = projects.hostFacts(wish.folder(), project);
              return new Draft(
                  target.get().name(),
                  projects.preview(wish.folder(), project, target.get().name()),
                  host,
                  ProjectRules.check(parsed, target.get().name(), host).stream()
                      .filter(finding -> finding.field().filter(Draft::names).isEmpty())
                      .toList());
            });
  }

  private static Optional<Target> first(Collection<Target> targets) {
    return targets.stream().findFirst();
  }

  private static boolean names(FieldPath field) {
    return field.keys().size() > 2 && FILES.contains(field.keys().get(2));
  }
}
