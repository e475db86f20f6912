// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.machine.QemuFacts;

/// What the rules need to know of this machine and of the project's files, gathered off the FX
/// thread.
///
/// @param memoryTotal bytes of RAM
/// @param memoryFree bytes available to new work
/// @param shmFree free bytes where guest RAM will lie
/// @param cores logical CPUs
/// @param qemu absent where no QEMU was found
/// @param listening ports in use; may be empty where all that the project forwards are free
/// @param files facts of kernel, initrd and drive files by the text in the project file
/// @param toolchains names of the toolchains that can be used; empty where they were not asked
/// @param trusted whether the project's raw arguments and devices will be used
/// @param network what it offers guests beside the user network
/// @param launching true where a guest starts now, beside those that run; false where one looks at
///   what a run, or a restart, would come to
public record HostFacts(
    long memoryTotal,
    long memoryFree,
    long shmFree,
    int cores,
    Optional<QemuFacts> qemu,
    List<PortUse> listening,
    Map<String, ImageFacts> files,
    List<String> toolchains,
    boolean trusted,
    HostNetwork network,
    boolean launching) {

  /// Facts for looking.
  public HostFacts(
      long memoryTotal,
      long memoryFree,
      long shmFree,
      int cores,
      Optional<QemuFacts> qemu,
      List<PortUse> listening,
      Map<String, ImageFacts> files,
      List<String> toolchains,
      boolean trusted) {
    this(
        memoryTotal,
        memoryFree,
        shmFree,
        cores,
        qemu,
        listening,
        files,
        toolchains,
        trusted,
        HostNetwork.NONE,
        false);
  }

  /// Facts without toolchains, of a trusted project.
  public HostFacts(
      long memoryTotal,
      long memoryFree,
      long shmFree,
      int cores,
      Optional<QemuFacts> qemu,
      List<PortUse> listening,
      Map<String, ImageFacts> files) {
    this(memoryTotal, memoryFree, shmFree, cores, qemu, listening, files, List.of(), true);
  }

  /// The same facts for a guest that starts now.
  public HostFacts forLaunch() {
    return new HostFacts(
        memoryTotal,
        memoryFree,
        shmFree,
        cores,
        qemu,
        listening,
        files,
        toolchains,
        trusted,
        network,
        true);
  }

  /// The same facts with what the host offers guests.
  public HostFacts with(HostNetwork offered) {
    return new HostFacts(
        memoryTotal,
        memoryFree,
        shmFree,
        cores,
        qemu,
        listening,
        files,
        toolchains,
        trusted,
        offered,
        launching);
  }
}
