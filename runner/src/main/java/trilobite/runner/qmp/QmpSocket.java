// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import trilobite.model.time.HostClock;
import trilobite.runner.host.UnixSockets;

/// A QMP socket on which a QEMU of somebody else's listens. QEMU serves one client at a time: a
/// second one connects and hears nothing.
public final class QmpSocket {

  private static final Duration GREETING = Duration.ofSeconds(3);

  /// QEMU takes a moment to see that a client has gone.
  private static final Duration LEAVING = Duration.ofMillis(500);

  private static final long LOOK_NANOS = 10_000_000;

  private QmpSocket() {}

  /// Connects only where nobody is connected, to put right what an earlier process has left.
  ///
  /// @throws java.net.ConnectException where nobody listens
  /// @throws IOException where somebody is connected, or no greeting comes; says which
  public static QmpClient connectFree(Path path) throws IOException {
    long end = HostClock.nanos() + LEAVING.toNanos();
    while (UnixSockets.connected(path)) {
      if (HostClock.nanos() - end > 0) {
        throw new IOException("somebody else is connected to " + path);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return connect(path, _ -> {}, GREETING);
  }

  /// Connects and waits for the greeting.
  ///
  /// @param patience longer than a moment to wait for whoever is connected now
  /// @throws IOException where nobody listens, or no greeting comes
  public static QmpClient connect(Path path, Consumer<QmpEvent> events, Duration patience)
      throws IOException {
    var channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
    try {
      return QmpClient.open(channel, events, patience);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }
}
