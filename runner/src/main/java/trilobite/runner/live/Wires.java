// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.runner.console.ConsoleStore;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.console.SerialLine;
import trilobite.runner.qmp.QmpClient;

/// Everything that connects this process to one QEMU.
record Wires(
    QmpClient qmp,
    ConsoleStore console,
    SerialLine line,
    ConsoleWatch watch,
    Optional<Wire> network,
    List<Session.Vcpu> vcpus,
    Ram ram) {

  /// Where the guest's RAM is.
  ///
  /// @param region name of its memory backend
  /// @param elsewhere how to open it where it is not in that file
  record Ram(Path file, String region, Optional<ForeignRam> elsewhere) {

    /// As our own command lines have it.
    static Ram in(Path runtimeFolder) {
      return new Ram(runtimeFolder.resolve("ram"), "ram0", Optional.empty());
    }
  }
}
