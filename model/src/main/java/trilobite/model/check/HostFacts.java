// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.machine.QemuFacts;

/// What the rules need to know of this machine and of the project's files, gathered off the FX
/// thread.
///
/// @param qemu absent where no QEMU was found
/// @param listening ports in use; may be empty where all that the project forwards are free
/// @param network what the host offers guests beside the user network
/// @param files facts of kernel, initrd and drive files by the text in the project file
/// @param toolchains names of the toolchains that can be used; empty where they were not asked
/// @param trusted whether the project's raw arguments and devices will be used
public record HostFacts(
    Room room,
    Optional<QemuFacts> qemu,
    List<PortUse> listening,
    HostNetwork network,
    Map<String, ImageFacts> files,
    List<String> toolchains,
    boolean trusted) {

  /// What is known whatever the project's files hold: rules then judge its fields alone.
  public HostFacts withoutFiles() {
    return new HostFacts(room, qemu, listening, network, Map.of(), toolchains, trusted);
  }

  /// Room for guests.
  ///
  /// @param memoryTotal bytes of RAM
  /// @param memoryFree bytes available to new work
  /// @param shmFree bytes that a guest may still have where guest RAM will lie
  /// @param cores logical CPUs
  public record Room(long memoryTotal, long memoryFree, long shmFree, int cores) {}
}
