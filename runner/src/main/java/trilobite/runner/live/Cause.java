// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import trilobite.runner.guard.QemuExit;

/// The first thing that ended a run. Whatever follows from it, such as QEMU's exit after a stop, is
/// no cause of its own.
sealed interface Cause {

  /// True where the guest came to grief by itself, and lies as it fell.
  default boolean fell() {
    return this instanceof Panicked || this instanceof PanicLine || this instanceof Stuck;
  }

  /// Somebody asked us to.
  record Asked() implements Cause {}

  /// QMP's `SHUTDOWN`, with QEMU's word for the reason.
  record Shutdown(String reason) implements Cause {}

  /// The guest told pvpanic.
  record Panicked() implements Cause {}

  /// A line of the console matched a panic pattern of the OS profile.
  record PanicLine() implements Cause {}

  /// All vCPUs are halted or in an empty loop, with interrupts off: nothing can get them out.
  record Stuck() implements Cause {}

  /// Not ready in time.
  ///
  /// @param found what it said last and where its vCPUs stood, in sentences; may be empty
  record Late(long withinMillis, String found) implements Cause {}

  /// QEMU is gone.
  record Gone(QemuExit exit) implements Cause {}

  /// A QEMU of somebody else's is gone, and its owner wanted that.
  ///
  /// @param reason QEMU's word for it
  record Owners(String reason) implements Cause {}

  /// A QEMU of somebody else's is gone; nobody said why.
  record Left() implements Cause {}

  /// A QEMU of somebody else's goes on, but is not watched any more.
  record Unwatched(String why) implements Cause {}

  /// QEMU lives, but cannot be controlled any more.
  record Broken(String why) implements Cause {}
}
