// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import trilobite.runner.host.UnixSockets;

/// A serial line's unix socket on which a QEMU of somebody else's listens.
public final class ConsoleSocket {

  private ConsoleSocket() {}

  /// True where a client is connected: a second one would wait and hear nothing.
  public static boolean busy(Path path) throws IOException {
    return UnixSockets.connected(path);
  }

  public static ByteChannel connect(Path path) throws IOException {
    return SocketChannel.open(UnixDomainSocketAddress.of(path));
  }
}
