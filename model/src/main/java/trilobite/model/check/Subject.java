// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.Optional;
import trilobite.model.project.Project;
import trilobite.model.project.Target;

/// What rules look at: a project, one of its targets, and this machine.
///
/// @param launching true where a guest starts now, beside those that run; false where one looks at
///   what a run, or a restart, would come to
record Subject(Project project, Target target, HostFacts host, boolean launching) {

  /// Facts of a file that exists.
  Optional<ImageFacts> file(String name) {
    return Optional.ofNullable(host.files().get(name)).filter(ImageFacts::exists);
  }

  /// True where the file was looked for and is not there.
  boolean missing(String name) {
    var facts = host.files().get(name);
    return facts != null && !facts.exists();
  }
}
