// SPDX-License-Identifier: Apache-2.0
package trilobite.model.machine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import trilobite.model.run.Accelerator;

/// What this machine has and can do.
///
/// @param accelerator the one that `auto` takes now, with its reason
/// @param qemu absent where none was found
public record MachineReport(
    Instant checkedAt,
    List<MachineCheck> checks,
    Optional<QemuFacts> qemu,
    Accelerator accelerator) {

  /// The accelerator of a guest.
  ///
  /// @param asked the project's wish, or `auto`
  /// @param guest its architecture
  /// @param host this machine's
  public Accelerator accelerator(String asked, String guest, String host) {
    if (!asked.equals("auto")) {
      return new Accelerator(asked, "the project asks for it");
    }
    return guest.equals(host)
        ? accelerator
        : new Accelerator("tcg", "the guest is " + guest + ", this machine is " + host);
  }
}
