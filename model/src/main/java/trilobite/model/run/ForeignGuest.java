// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

import java.util.List;
import java.util.Optional;

/// A process that runs a guest and was not started by Trilobite.
///
/// @param monitor which program: `qemu`, `firecracker`, `cloud-hypervisor`, `solo5-hvt`, `uhyve`
/// @param name the guest's, by the command line; else its image's
/// @param user whose process it is
/// @param command as started
/// @param abilities what can be had of it
/// @param attached the run that looks into it now
public record ForeignGuest(
    String monitor,
    String name,
    long pid,
    String user,
    List<String> command,
    List<Ability> abilities,
    Optional<RunId> attached) {}
