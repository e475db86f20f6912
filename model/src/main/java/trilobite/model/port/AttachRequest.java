// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.nio.file.Path;
import java.util.Optional;

/// Which guest to look into, and how.
///
/// @param image what the guest runs, for its symbols; where it is left out, what the command line
///   boots
/// @param profile OS profile by name, or `auto`
/// @param name by which the guest is then chosen; empty for the one that its command line tells
/// @param monitor what to do about QEMU's monitor
/// @param detach true to look from a background process that outlives this one
/// @param packets true to have its QEMU write its packets down, which changes that QEMU until the
///   guest is let go
public record AttachRequest(
    Which which,
    Optional<Path> image,
    String profile,
    String name,
    Monitor monitor,
    boolean detach,
    boolean packets) {

  /// How the guest is named.
  public sealed interface Which {}

  /// The monitor's process.
  public record OfProcess(long pid) implements Which {}

  /// QEMU's QMP socket.
  public record OfSocket(Path qmp) implements Which {}

  /// A domain of libvirt's.
  ///
  /// @param uri of the connection; empty for whichever of [Domains#LOCAL] has it
  public record OfDomain(String uri, String domain) implements Which {}

  /// QEMU serves one QMP client at a time, so whoever connects keeps others out.
  public enum Monitor {
    /// Use the socket where nobody else does and nobody else's it seems to be; ask a domain's
    /// through libvirt.
    FREE,
    /// Wait for it where somebody uses it, and use it though it is somebody else's.
    TAKE,
    /// Leave it alone.
    NEVER
  }

  /// As this one, found there.
  public AttachRequest at(Which found) {
    return new AttachRequest(found, image, profile, name, monitor, detach, packets);
  }

  /// Looks as far as nobody is disturbed, under the guest's own name, from this process.
  public static AttachRequest plain(Which which, Optional<Path> image) {
    return new AttachRequest(which, image, "auto", "", Monitor.FREE, false, false);
  }
}
