// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;
import trilobite.model.build.TemplateInfo;
import trilobite.model.check.ParsedProject;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.model.project.Project;
import trilobite.model.project.Target;
import trilobite.model.run.RunRecord;

/// Reads what a window needs of a project. Blocks; runs in jobs.
final class Loader {

  private final Workbench workbench;

  Loader(Workbench workbench) {
    this.workbench = workbench;
  }

  /// @param wished the target chosen last time, empty where there is none
  Loaded load(Path folder, String wished) throws IOException {
    var parsed = workbench.projects().open(folder);
    var target = target(parsed, wished);
    var trusted = workbench.projects().trustQuestion(folder).trusted();
    return new Loaded(
        folder, parsed, trusted, target, workbench.builds().last(folder, target), guest(folder));
  }

  /// Makes the demo project where it does not exist yet, then reads it.
  Loaded demo(Path folder) throws IOException {
    try {
      return load(folder, "");
    } catch (IOException absent) {
      workbench.projects().create(folder, TemplateInfo.DEMO, TemplateInfo.DEMO);
      return load(folder, "");
    }
  }

  /// The newest guest of this project that is alive, whoever owns it.
  Optional<LiveGuest> guest(Path folder) throws IOException {
    Optional<LiveGuest> newest = Optional.empty();
    for (var guest : workbench.guests().running()) {
      if (belongs(guest, folder)) {
        newest = Optional.of(guest);
      }
    }
    return newest;
  }

  static String target(ParsedProject parsed, String wished) {
    var targets = parsed.project().map(Project::targets);
    return targets
        .filter(all -> all.containsKey(wished))
        .map(_ -> wished)
        .or(() -> targets.flatMap(Loader::first))
        .orElse("");
  }

  private static Optional<String> first(SequencedMap<String, Target> targets) {
    return targets.keySet().stream().findFirst();
  }

  private boolean belongs(LiveGuest guest, Path folder) throws IOException {
    return workbench
        .history()
        .run(guest.status().id())
        .map(RunRecord::projectFolder)
        .filter(folder::equals)
        .isPresent();
  }
}
