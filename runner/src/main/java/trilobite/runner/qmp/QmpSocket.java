// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/// A QMP socket on which a QEMU of somebody else's listens. QEMU serves one client at a time: a
/// second one connects and hears nothing.
public final class QmpSocket {

  private QmpSocket() {}

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
