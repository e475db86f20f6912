// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicLong;

/// HTTP requests as fast as a guest answers them, over a few connections that stay open, as load
/// generators do it (`wrk`, `ab -k`).
///
/// A connection for each request would measure something else: QEMU's user network listens on a
/// forward with a backlog of one (`tcpx_listen` of libslirp 4.7), so that of several clients that
/// connect at a time some wait for their SYN to be sent again, for a second, by hand as well. How
/// many do is chance, and decided a slice.
final class Requests {

  private static final byte[] GET =
      "GET /tides HTTP/1.1\r\nHost: guest\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int CLIENTS = 16;
  private static final int LONGEST_LINE = 1_000;
  private static final int LONGEST_BODY = 1 << 20;

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

  /// On one connection after the other: the guest may close one.
  private static void ask(int port, long until, AtomicLong count) {
    while (System.nanoTime() < until) {
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(5_000);
        var in = new BufferedInputStream(socket.getInputStream());
        while (System.nanoTime() < until) {
          socket.getOutputStream().write(GET);
          answer(in);
          count.incrementAndGet();
        }
      } catch (IOException e) {
        // A refused one counts as not answered.
      }
    }
  }

  private static void answer(InputStream in) throws IOException {
    if (!line(in).contains(" 200 ")) {
      throw new IOException("not answered");
    }
    int length = 0;
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
      }
    }
    if (length > LONGEST_BODY || in.readNBytes(length).length < length) {
      throw new EOFException();
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0 || line.length() > LONGEST_LINE) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
