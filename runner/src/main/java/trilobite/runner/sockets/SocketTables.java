// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.runner.host.HostSockets;
import trilobite.runner.live.Session;
import trilobite.runner.threads.Waiters;
import trilobite.runner.walk.Snapshot;

/// Makes the tables of a run's sockets.
public final class SocketTables {

  private SocketTables() {}

  /// @param waiters the kernel's threads; empty where they are not known
  /// @param nanos the host's monotonic clock
  public static SocketTable of(
      StackPlan plan,
      Snapshot.Source source,
      Optional<Waiters> waiters,
      Session session,
      LongSupplier nanos,
      PacketFacts packets) {
    var halves =
        new HostHalves(
            new HostSockets(), session.qemuPid(), session.forwards(), session.qmp()::human, nanos);
    return new SocketTable(
        plan,
        source,
        host -> Math.round(session.clock().millisAt(host)),
        new SocketTable.Joined(
            new Users(waiters, plan.selecting(), plan.queue(), source), halves, packets));
  }
}
