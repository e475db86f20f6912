// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.machine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineCheck.State;
import trilobite.model.project.MemorySize;
import trilobite.runner.place.Space;

/// Room for guest RAM, which lies on a tmpfs.
final class RamChecks {

  /// Less than this holds hardly any guest.
  private static final long TIGHT = 256L << 20;

  private RamChecks() {}

  static MachineCheck shm(Space space) {
    try {
      var room = space.at(Path.of("/dev/shm"));
      if (!room.tmpfs()) {
        return check(State.WARNING, "no tmpfs", "Guest RAM needs a tmpfs.");
      }
      var free = new MemorySize(room.free()).about() + " free";
      return room.free() < TIGHT
          ? check(State.WARNING, free, "Guests with more memory than that cannot start.")
          : check(State.OK, free, "Guest RAM lies here, where it can be read from outside.");
    } catch (IOException e) {
      return check(State.MISSING, "not readable", "Guest RAM has no place: " + e.getMessage());
    }
  }

  private static MachineCheck check(State state, String value, String detail) {
    var remedy =
        state == State.OK
            ? Optional.<String>empty()
            : Optional.of("mount -o remount,size=50% /dev/shm");
    return new MachineCheck("shm", "/dev/shm", state, value, detail, remedy);
  }
}
