// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.qmp.Qmp;

/// The RAM of a QEMU whose line kept a memory backend of its own: read as that of a guest which one
/// attaches to, by the file that it shares, else through its process, else by its monitor.
public final class RamLeftAlone {

  private RamLeftAlone() {}

  /// @param pid QEMU's
  /// @throws IOException where it cannot be read; says why, and what would help
  public static GuestRam open(long pid, Qmp qmp) throws IOException {
    var process = HostProcess.of(Path.of("/proc"), pid);
    // QEMU itself says where its RAM lies: machine and size are for those that cannot be asked.
    return new ProcessMemory(process, "", 0, Optional.of(qmp)).open();
  }
}
