// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// Which guest to look into, and how. One of `pid` and `qmp` is there.
///
/// @param pid the monitor's process
/// @param qmp QEMU's QMP socket
/// @param image what the guest runs, for its symbols; where it is left out, what the command line
///   boots
/// @param profile OS profile by name, or `auto`
/// @param name by which the guest is then chosen; empty for the one that its command line tells
/// @param monitor what to do about a QMP socket
/// @param detach true to look from a background process that outlives this one
public record AttachRequest(
    OptionalLong pid,
    Optional<Path> qmp,
    Optional<Path> image,
    String profile,
    String name,
    Monitor monitor,
    boolean detach) {

  /// QEMU serves one QMP client at a time, so whoever connects keeps others out.
  public enum Monitor {
    /// Use the socket where nobody else does and nobody else's it seems to be.
    FREE,
    /// Wait for it where somebody uses it, and use it though it is somebody else's.
    TAKE,
    /// Leave it alone.
    NEVER
  }
}
