// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.util.List;
import java.util.Optional;

/// One way to boot a project, with inheritance and defaults applied.
///
/// @param memory as written, so that a value that cannot work can be shown and mended
/// @param firmware image that the machine starts instead of its own firmware, such as U-Boot
/// @param kernel image booted by `-kernel`; absent when a drive or the firmware boots
/// @param devices extra `-device` values
/// @param qemu raw arguments, appended last; off until the project is trusted
public record Target(
    String name,
    String arch,
    String machine,
    String accelerator,
    String cpu,
    String memory,
    int vcpus,
    Optional<String> firmware,
    Optional<String> kernel,
    Optional<String> initrd,
    String append,
    Optional<ReadyPattern> ready,
    List<String> devices,
    List<String> qemu,
    List<Drive> drives,
    Network network) {

  /// A target with the machine's own firmware.
  public Target(
      String name,
      String arch,
      String machine,
      String accelerator,
      String cpu,
      String memory,
      int vcpus,
      Optional<String> kernel,
      Optional<String> initrd,
      String append,
      Optional<ReadyPattern> ready,
      List<String> devices,
      List<String> qemu,
      List<Drive> drives,
      Network network) {
    this(
        name,
        arch,
        machine,
        accelerator,
        cpu,
        memory,
        vcpus,
        Optional.empty(),
        kernel,
        initrd,
        append,
        ready,
        devices,
        qemu,
        drives,
        network);
  }

  /// The memory, where the text is an amount of memory.
  public Optional<MemorySize> memorySize() {
    return MemorySize.parse(memory);
  }
}
