// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.port.LiveGuest;
import trilobite.runner.place.Self;
import trilobite.runner.thread.Threads;

/// Listens on `control.sock` in a run's folder until the guest has ended. Lets in processes of the
/// same user only, by the kernel's word.
public final class ControlServer implements AutoCloseable {

  /// The socket's name in a run's folder.
  static final String SOCKET = "control.sock";

  private static final Logger LOG = LoggerFactory.getLogger(ControlServer.class);
  private static final int MOST_CLIENTS = 32;

  private final LiveGuest guest;
  private final ServerSocketChannel door;
  private final Set<Lines> clients = ConcurrentHashMap.newKeySet();

  private ControlServer(LiveGuest guest, ServerSocketChannel door) {
    this.guest = guest;
    this.door = door;
  }

  /// Starts listening.
  public static ControlServer start(LiveGuest guest, Path runtimeFolder) throws IOException {
    var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      door.bind(UnixDomainSocketAddress.of(runtimeFolder.resolve(SOCKET)));
    } catch (IOException e) {
      door.close();
      throw e;
    }
    var server = new ControlServer(guest, door);
    Threads.waiting("control", server::accept);
    return server;
  }

  private void accept() {
    try {
      while (true) {
        var channel = door.accept();
        if (clients.size() < MOST_CLIENTS && ours(channel)) {
          var lines = new Lines(channel);
          clients.add(lines);
          Threads.waiting("control-client", () -> serve(lines));
        } else {
          channel.close();
        }
      }
    } catch (IOException e) {
      // Closed with the run.
    }
  }

  private static boolean ours(SocketChannel channel) throws IOException {
    var peer = channel.getOption(ExtendedSocketOptions.SO_PEERCRED);
    return peer.user().equals(Self.owner());
  }

  private void serve(Lines lines) {
    try (lines;
        var client = new ControlClient(guest, lines)) {
      for (var request = lines.next(); request.isPresent(); request = lines.next()) {
        client.answer(request.get());
      }
    } catch (IOException e) {
      LOG.debug("a control connection ended", e);
    } finally {
      clients.remove(lines);
    }
  }

  /// Closes every connection, as the end of this process would.
  void drop() {
    clients.forEach(Lines::close);
  }

  /// Stops listening; connections end by themselves once their listeners heard the end.
  @Override
  public void close() {
    try {
      door.close();
    } catch (IOException e) {
      // It is being given up.
    }
  }
}
