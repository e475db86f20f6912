// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.port.Projects;
import trilobite.model.project.Project;
import trilobite.model.project.Target;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.toolchain.Kit;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;

/// A project whose commands may run, one of its targets, and what builds it.
///
/// @param toolchain nothing but its name where there is no descriptor
record TrustedProject(Path folder, Project project, Target target, Toolchain toolchain) {

  /// @throws LaunchException where it is invalid, not trusted, or has no such target
  static TrustedProject of(Projects projects, Toolchains toolchains, Path folder, String target)
      throws IOException, LaunchException {
    var place = folder.toAbsolutePath().normalize();
    var project = project(projects, place);
    var toolchain =
        toolchains.named(project.toolchain()).orElseGet(() -> Toolchain.named(project.toolchain()));
    return new TrustedProject(place, project, target(project, target), toolchain);
  }

  /// What a build of it runs and makes now.
  BuildPlan plan(Kit kit) throws IOException {
    return BuildPlan.of(folder, project, target, toolchain, kit);
  }

  private static Project project(Projects projects, Path folder)
      throws IOException, LaunchException {
    var parsed = projects.open(folder);
    var project =
        parsed
            .project()
            .orElseThrow(
                () ->
                    new LaunchException(
                        Reason.INVALID, "The project file cannot be read.", parsed.findings()));
    var question = projects.trustQuestion(folder);
    if (!question.trusted()) {
      throw new LaunchException(Reason.UNTRUSTED, question.refusal(), List.of());
    }
    return project;
  }

  private static Target target(Project project, String name) throws LaunchException {
    if (!project.targets().containsKey(name)) {
      throw invalid("The project has no target “" + FileTrouble.shown(name) + "”.");
    }
    return Objects.requireNonNull(project.targets().get(name));
  }

  static LaunchException invalid(String message) {
    return new LaunchException(Reason.INVALID, message, List.of());
  }
}
