// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.List;
import java.util.Optional;
import trilobite.runner.console.ConsoleLine;
import trilobite.runner.console.ConsoleStore;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.qmp.QmpClient;
import trilobite.runner.reach.Neighbour;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.relay.Relay;

/// Everything that connects this process to one QEMU.
record Wires(
    QmpClient qmp,
    ConsoleStore console,
    ConsoleLine line,
    ConsoleWatch watch,
    Optional<Network> network,
    List<Session.Vcpu> vcpus) {

  /// The relay, what is kept of the packets, and who the guest is on this wire.
  record Network(Relay relay, PacketFile packets, Neighbour neighbour) {
    void close() {
      relay.close();
      packets.close();
    }
  }
}
