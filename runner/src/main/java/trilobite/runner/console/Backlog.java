// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import trilobite.model.time.HostClock;

/// Hands bytes to a sink in order. What the sink refuses waits here, at most [#MOST] bytes, and is
/// tried again every second; beyond that the newest bytes are lost, and said to be.
final class Backlog {

  static final int MOST = 8 << 20;
  private static final long RETRY_NANOS = 1_000_000_000L;

  private final ByteSink sink;
  private final Consumer<String> trouble;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private long written;
  private long lost;
  private long triedAt;

  Backlog(ByteSink sink, Consumer<String> trouble) {
    this.sink = sink;
    this.trouble = trouble;
  }

  synchronized void take(ByteBuffer bytes) {
    if (waiting.size() == 0) {
      write(bytes);
    } else if (HostClock.nanos() - triedAt > RETRY_NANOS) {
      flush();
    }
    keep(bytes);
  }

  /// Tries to empty the backlog.
  synchronized void flush() {
    if (waiting.size() == 0) {
      return;
    }
    var bytes = ByteBuffer.wrap(waiting.toByteArray());
    write(bytes);
    waiting.reset();
    waiting.write(bytes.array(), bytes.position(), bytes.remaining());
    if (!bytes.hasRemaining()) {
      trouble.accept(
          "The console is kept on disk again"
              + (lost == 0 ? "." : "; " + lost + " bytes are lost."));
      lost = 0;
    }
  }

  /// Offset behind the last byte that can be read.
  synchronized long end() {
    return written + waiting.size();
  }

  /// Copies waiting bytes from an offset on; 0 where they lie in the sink.
  synchronized int read(long offset, byte[] into) {
    long from = offset - written;
    if (from < 0 || from >= waiting.size()) {
      return 0;
    }
    var bytes = waiting.toByteArray();
    int count = Math.min(into.length, bytes.length - (int) from);
    System.arraycopy(bytes, (int) from, into, 0, count);
    return count;
  }

  private void write(ByteBuffer bytes) {
    int before = bytes.position();
    triedAt = HostClock.nanos();
    try {
      while (bytes.hasRemaining()) {
        sink.append(bytes);
      }
    } catch (IOException e) {
      if (waiting.size() == 0) {
        trouble.accept(
            "The console cannot be kept on disk ("
                + e.getMessage()
                + "). The guest goes on, and the next "
                + (MOST >> 20)
                + " MiB are kept in memory. Free some space.");
      }
    } finally {
      written += bytes.position() - before;
    }
  }

  private void keep(ByteBuffer bytes) {
    int room = Math.min(bytes.remaining(), MOST - waiting.size());
    if (room < bytes.remaining() && lost == 0) {
      trouble.accept("The disk is still full: console bytes are being lost. The guest goes on.");
    }
    lost += bytes.remaining() - room;
    var kept = new byte[room];
    bytes.get(kept);
    waiting.writeBytes(kept);
    bytes.position(bytes.limit());
  }
}
