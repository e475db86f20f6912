// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.check.Finding;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ProjectRules;
import trilobite.model.command.CommandLine;
import trilobite.model.image.ImageIdentity;
import trilobite.model.port.Workbench;
import trilobite.model.project.FieldPath;

/// What a file is and, where it boots here, what Boot would start and what this machine says to it.
///
/// @param text the project file that Boot would make; empty where it does not boot
record Proposal(
    ImageIdentity image,
    String text,
    Optional<CommandLine> command,
    Optional<HostFacts> host,
    List<Finding> findings) {

  private static final FieldPath BUILD = FieldPath.of("build", "command");

  private static final String TARGET = "default";

  /// Makes nothing. Blocks.
  static Proposal of(Workbench workbench, Path file) throws IOException {
    var image = workbench.images().identify(file);
    if (!image.bootable()) {
      return new Proposal(image, "", Optional.empty(), Optional.empty(), List.of());
    }
    var text = workbench.images().draft(image);
    var parsed = workbench.format().parse(text);
    var project = parsed.project();
    if (project.isEmpty()) {
      return new Proposal(image, text, Optional.empty(), Optional.empty(), parsed.findings());
    }
    var folder = Optional.ofNullable(image.file().getParent()).orElse(image.file());
    var host = workbench.projects().hostFacts(folder, project.get());
    return new Proposal(
        image,
        text,
        Optional.of(workbench.projects().preview(folder, project.get(), TARGET)),
        Optional.of(host),
        // That there is nothing to build is no news of an image.
        ProjectRules.check(parsed, TARGET, host).stream()
            .filter(finding -> !finding.field().equals(Optional.of(BUILD)))
            .toList());
  }

  /// Makes the project, and answers its folder. The person saw on the page what it would do, so
  /// that is trusted; what somebody wrote into it since is asked about as for any project. Blocks.
  Path make(Workbench workbench) throws IOException {
    var folder = workbench.images().project(image);
    if (workbench.projects().open(folder).text().equals(text)) {
      workbench.projects().trust(workbench.projects().trustQuestion(folder));
    }
    return folder;
  }
}
