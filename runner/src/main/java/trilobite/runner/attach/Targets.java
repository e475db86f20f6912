// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import trilobite.model.project.Drive;
import trilobite.model.project.Network;
import trilobite.model.project.Target;

/// What a guest that was not started here is made of, as far as it can be told.
final class Targets {

  private Targets() {}

  /// @param name of the target, which is how its rows are told from ours
  /// @param memory bytes
  /// @param drives how many it has
  static Target of(
      String name, String arch, String machine, long memory, Optional<String> kernel, int drives) {
    return new Target(
        name,
        arch,
        machine,
        "",
        "",
        Long.toString(memory),
        1,
        kernel,
        Optional.empty(),
        "",
        Optional.empty(),
        List.of(),
        List.of(),
        Collections.nCopies(drives, new Drive("", "", false, false, false)),
        Network.NONE);
  }
}
