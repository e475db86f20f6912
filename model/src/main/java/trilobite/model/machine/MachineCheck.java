// SPDX-License-Identifier: Apache-2.0
package trilobite.model.machine;

import java.util.Optional;

/// One line of the machine check.
///
/// @param id stable name, such as `qemu`, `accel.kvm`, `gcc`, `gdb`, `shm`
/// @param title such as `QEMU`
/// @param value such as `7.2.22 /usr/bin/qemu-system-x86_64`
/// @param detail one sentence: what was tried and what follows
/// @param remedy the one thing to do, such as a command to run
public record MachineCheck(
    String id, String title, State state, String value, String detail, Optional<String> remedy) {

  /// Outcome of a check. `RUNNING` while it is being tried.
  public enum State {
    OK,
    INFO,
    WARNING,
    MISSING,
    RUNNING
  }
}
