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
    Accelerator accelerator) {}
