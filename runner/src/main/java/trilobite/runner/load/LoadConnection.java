// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import trilobite.model.time.HostClock;

/// One keep-alive connection that sends a request whenever the pacer says so, and is made again
/// where it breaks.
final class LoadConnection implements Closeable {

  private static final int CONNECT_MILLIS = 2_000;
  private static final int ANSWER_MILLIS = 5_000;
  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int SERVER_ERROR = 500;

  private final LoadTarget target;
  private final Pacer pacer;
  private final LoadCounts counts;
  private volatile Optional<Socket> open = Optional.empty();
  private InputStream in = InputStream.nullInputStream();
  private volatile boolean closed;

  LoadConnection(LoadTarget target, Pacer pacer, LoadCounts counts) {
    this.target = target;
    this.pacer = pacer;
    this.counts = counts;
  }

  /// Sends until the pacer stops.
  void run() {
    try {
      for (var moment = pacer.take(); moment.isPresent() && !closed; moment = pacer.take()) {
        send(moment.getAsLong());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  private void send(long intended) {
    if (HostClock.nanos() - intended > LATE_NANOS) {
      counts.late.increment();
    }
    counts.sent.increment();
    try {
      connected().getOutputStream().write(target.request());
      var answer = HttpAnswer.read(in);
      if (!answer.keep()) {
        disconnect();
      }
      if (answer.status() >= SERVER_ERROR) {
        counts.failed.increment();
      } else {
        counts.answered(HostClock.nanos() - intended);
      }
    } catch (IOException e) {
      disconnect();
      if (!closed) {
        counts.failed.increment();
      }
    }
  }

  private Socket connected() throws IOException {
    var held = open;
    if (held.isPresent()) {
      return held.get();
    }
    var socket = new Socket();
    // Known before it connects, so that closing ends the wait for a server that does not answer.
    open = Optional.of(socket);
    if (closed) {
      throw new IOException("the load has ended");
    }
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(ANSWER_MILLIS);
    socket.connect(new InetSocketAddress(target.host(), target.port()), CONNECT_MILLIS);
    in = new BufferedInputStream(socket.getInputStream(), 16 << 10);
    return socket;
  }

  private void disconnect() {
    var held = open;
    open = Optional.empty();
    held.ifPresent(LoadConnection::close);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is given up either way.
    }
  }

  /// Ends at once, an answer under way included.
  @Override
  public void close() {
    closed = true;
    open.ifPresent(LoadConnection::close);
  }
}
