// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.net;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/// A connection that says nothing and is taken back with a reset: it only asks who is there.
public final class Knock implements AutoCloseable {

  private final Socket socket = new Socket();

  /// Takes a port of ours, by which the connection will be known on the way.
  public Knock() throws IOException {
    socket.setSoLinger(true, 0);
    socket.bind(new InetSocketAddress(0));
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// Blocks until somebody accepts.
  ///
  /// @throws IOException where nobody does within the patience
  public void at(String host, int port, int millis) throws IOException {
    socket.connect(new InetSocketAddress(host, port), millis);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
