// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.run.RunId;

/// A port that somebody listens on.
///
/// @param process name of the owner, empty where it may not be seen
/// @param run the run that holds it, where that is a guest of the project asked about
public record PortUse(
    String proto, String address, int port, String process, OptionalLong pid, Optional<RunId> run) {

  /// A port of a program that is no guest of the project.
  public PortUse(String proto, String address, int port, String process, OptionalLong pid) {
    this(proto, address, port, process, pid, Optional.empty());
  }

  /// The same port, held by a guest of the project.
  public PortUse heldBy(RunId guest) {
    return new PortUse(proto, address, port, process, pid, Optional.of(guest));
  }
}
