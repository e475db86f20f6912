// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.net;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import trilobite.model.project.Forward;

/// Finds host ports that can be listened on, by listening on them for a moment. Another program may
/// take one before it is used: whoever uses it must cope.
public final class FreePorts {

  private static final int STEP = 10_000;
  private static final int TRIES = 200;

  private FreePorts() {}

  /// The port wished for, else the next free one from 10,000 above it, else any.
  public static int near(Forward wish) throws IOException {
    if (wish.hostPort() == 0 || free(wish, wish.hostPort())) {
      return wish.hostPort() == 0 ? any(wish) : wish.hostPort();
    }
    int first =
        wish.hostPort() + STEP > 65_000 ? 1024 + wish.hostPort() % STEP : wish.hostPort() + STEP;
    for (int port = first; port < Math.min(65_536, first + TRIES); port++) {
      if (free(wish, port)) {
        return port;
      }
    }
    return any(wish);
  }

  /// True where nobody listens on the port of a forward, by the kernel's own word and within
  /// microseconds. It is taken without listening, so that a QEMU that asks for it meanwhile gets
  /// it. False also where that cannot be told, as for UDP.
  public static boolean nobodyOn(Forward forward) {
    if (!forward.proto().equals("tcp")) {
      return false;
    }
    try (var socket = SocketChannel.open()) {
      var host = InetAddress.getByName(forward.host());
      socket.setOption(StandardSocketOptions.SO_REUSEADDR, true);
      socket.bind(new InetSocketAddress(host, forward.hostPort()));
      return true;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /// Whether nobody has the port now.
  public static boolean free(Forward wish, int port) {
    try {
      return listen(wish, port) == port;
    } catch (IOException e) {
      return false;
    }
  }

  private static int any(Forward wish) throws IOException {
    return listen(wish, 0);
  }

  private static int listen(Forward wish, int port) throws IOException {
    var address = new InetSocketAddress(InetAddress.getByName(wish.host()), port);
    if (wish.proto().equals("udp")) {
      try (var socket = new DatagramSocket(address)) {
        return socket.getLocalPort();
      }
    }
    try (var socket = new ServerSocket()) {
      // QEMU asks for the same, so a port in TIME_WAIT counts as free.
      socket.setReuseAddress(true);
      socket.bind(address);
      return socket.getLocalPort();
    }
  }
}
