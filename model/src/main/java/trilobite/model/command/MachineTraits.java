// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.util.Optional;
import trilobite.model.project.Target;

/// What the command line must know of a machine type. Names that are not listed are taken for
/// machines with PCI, which is what QEMU's newer ones have.
///
/// @param suffix of virtio device names: `pci`, or `device` for virtio over MMIO
/// @param panicDevice the pvpanic device that fits, where one does
/// @param modernMmio true where virtio-mmio must be told to speak version 1
record MachineTraits(String suffix, Optional<String> panicDevice, boolean modernMmio) {

  static MachineTraits of(Target target) {
    // `q35`, `pc-q35-7.2`, `pc-i440fx-7.2`: the version does not change what matters here.
    var machine = target.machine();
    if (machine.equals("microvm")) {
      return new MachineTraits("device", Optional.of("pvpanic"), true);
    }
    if (machine.equals("q35") || machine.equals("pc") || machine.startsWith("pc-")) {
      return new MachineTraits("pci", Optional.of("pvpanic"), false);
    }
    return new MachineTraits("pci", Optional.empty(), false);
  }

  /// A virtio device on this machine's bus.
  String virtio(String kind, String properties) {
    return "virtio-" + kind + "-" + suffix + properties;
  }

  /// True where the machine has an IDE controller.
  boolean ide() {
    return pci() && panicDevice.isPresent();
  }

  boolean pci() {
    return suffix.equals("pci");
  }
}
