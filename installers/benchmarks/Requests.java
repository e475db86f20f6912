// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/// HTTP requests as fast as a guest answers them, over a few connections, one request for each.
///
/// Each connection has the next port of this host. The system would choose by chance, QEMU's
/// network hands the port on, and lwIP answers a SYN on the ports of a connection in TIME_WAIT by
/// that one's ACK (`tcp_timewait_input` of lwIP 2.1.3): the client then waits for six seconds,
/// until QEMU sends its SYN again. One such wait more or less decided a slice.
final class Requests {

  private static final byte[] GET =
      "GET /tides HTTP/1.0\r\nHost: guest\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int CLIENTS = 16;
  private static final int FIRST_PORT = 20_000;
  private static final int LAST_PORT = 60_000;
  private static final AtomicInteger PORTS = new AtomicInteger();

  private Requests() {}

  /// Answered requests in so many seconds.
  static long answered(int port, double seconds) throws InterruptedException {
    var count = new AtomicLong();
    long until = System.nanoTime() + (long) (seconds * 1e9);
    var clients = new ArrayList<Thread>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(Thread.ofPlatform().start(() -> ask(port, until, count)));
    }
    for (var client : clients) {
      client.join();
    }
    return count.get();
  }

  private static int nextPort() {
    return FIRST_PORT + Math.floorMod(PORTS.getAndIncrement(), LAST_PORT - FIRST_PORT);
  }

  private static void ask(int port, long until, AtomicLong count) {
    var into = new byte[8192];
    while (System.nanoTime() < until) {
      try (var socket = new Socket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), nextPort()));
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.setSoTimeout(5_000);
        socket.getOutputStream().write(GET);
        int got = 0;
        var in = socket.getInputStream();
        for (int n = in.read(into); n >= 0; n = in.read(into)) {
          got += n;
        }
        if (got > 0) {
          count.incrementAndGet();
        }
      } catch (IOException e) {
        // A refused one counts as not answered.
      }
    }
  }
}
