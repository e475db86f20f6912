// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import trilobite.runner.thread.Threads;

/// A web server that answers each request alike, and can stall.
final class TestServer implements AutoCloseable {

  final AtomicInteger asked = new AtomicInteger();
  final CountDownLatch stall = new CountDownLatch(1);
  volatile int status = 200;
  volatile boolean stalls;
  private final ServerSocket door;

  TestServer() throws IOException {
    door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Threads.waiting("test server", this::accept);
  }

  URI target() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/x?y=z");
  }

  private void accept() {
    try {
      while (true) {
        var socket = door.accept();
        Threads.waiting("test connection", () -> serve(socket));
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private void serve(Socket socket) {
    try (socket;
        var in =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.isEmpty()) {
          answer(socket);
        }
      }
    } catch (IOException e) {
      // The client went away.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(Socket socket) throws IOException, InterruptedException {
    asked.incrementAndGet();
    if (stalls) {
      stall.await();
    }
    var text = "HTTP/1.1 " + status + " X\r\nContent-Length: 5\r\n\r\nhello";
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() throws IOException {
    stall.countDown();
    door.close();
  }
}
