// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import java.util.OptionalInt;

/// How a QEMU process ended.
///
/// @param status exit status, or 128 plus the signal's number as shells report it; -1 where the
///   guard was gone and nobody could ask
/// @param errors the end of what QEMU wrote on its standard error, at most 64 KiB
public record QemuExit(int status, String errors) {

  /// The end of a QEMU that somebody else started.
  public static final QemuExit UNSEEN = new QemuExit(-2, "");

  private static final int SIGNAL_BASE = 128;

  /// The signal that ended QEMU, unless it ended by itself.
  public OptionalInt signal() {
    return status > SIGNAL_BASE ? OptionalInt.of(status - SIGNAL_BASE) : OptionalInt.empty();
  }

  /// The last line of the errors, for a sentence; empty where there is none.
  public String lastError() {
    var lines = errors.strip().lines().toList();
    return lines.isEmpty() ? "" : lines.getLast().strip();
  }
}
