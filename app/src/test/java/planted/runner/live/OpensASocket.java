// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

import java.io.IOException;
import java.nio.channels.SocketChannel;

/// Breaks sockets.
public final class OpensASocket {

  /// A socket without a deadline.
  public SocketChannel open() throws IOException {
    return SocketChannel.open();
  }
}
