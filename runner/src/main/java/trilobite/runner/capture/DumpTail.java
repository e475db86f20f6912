// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.time.HostClock;
import trilobite.runner.memory.HolePunch;
import trilobite.runner.thread.Threads;

/// Follows a capture that QEMU's `filter-dump` writes, and gives back the room of what was read.
/// QEMU stamps frames with the guest's clock, which stands still with it and lies at some constant
/// from ours: the smallest that was seen between both is taken for it.
public final class DumpTail implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DumpTail.class);
  private static final int BUFFER = 1 << 20;
  private static final long LOOK_NANOS = 20_000_000;
  private static final long PUNCH_BYTES = 4L << 20;
  private static final long END_SECONDS = 1;

  private final Path file;
  private final Sink sink;
  private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER);
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private volatile boolean over;
  private long at;
  private long punched;
  private long offset = Long.MAX_VALUE;
  private long lastTime;

  /// Takes each frame, in order, on one thread; must not keep the buffer.
  @FunctionalInterface
  public interface Sink {
    /// @param nanos on the host's monotonic clock
    void frame(long nanos, ByteBuffer bytes, int from, int length);
  }

  /// Starts following; the file may not be there yet.
  public DumpTail(Path file, Sink sink) {
    this.file = file;
    this.sink = sink;
    Threads.waiting("dump-tail", this::follow);
  }

  private void follow() {
    try {
      while (true) {
        // Asked first: what was written until then is all there.
        boolean last = over;
        if (!read() && last) {
          break;
        }
        LockSupport.parkNanos(LOOK_NANOS);
      }
    } catch (IOException e) {
      LOG.warn("packets in {} cannot be read any more: {}", file, e.getMessage());
    } finally {
      done.complete(null);
    }
  }

  private boolean read() throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    boolean some = false;
    try (var channel = FileChannel.open(file)) {
      while (true) {
        bytes.clear();
        channel.read(bytes, at);
        long taken = take(bytes.flip());
        if (taken == 0) {
          break;
        }
        at += taken;
        some = true;
      }
    }
    if (at - punched >= PUNCH_BYTES) {
      HolePunch.punch(file, punched, at - punched);
      punched = at;
    }
    return some;
  }

  /// @return bytes of whole records
  private long take(ByteBuffer some) throws IOException {
    int from = 0;
    if (at == 0) {
      if (some.limit() < PcapHead.SIZE) {
        return 0;
      }
      head = PcapHead.parse(some);
      from = PcapHead.SIZE;
    }
    some.order(head.order());
    while (some.limit() - from >= PcapHead.RECORD) {
      int length = PcapHead.held(some, from);
      if (length < 0 || length > PcapHead.LONGEST) {
        throw new IOException("it is damaged");
      }
      if (some.limit() - from - PcapHead.RECORD < length) {
        break;
      }
      sink.frame(time(head.nanos(some, from)), some, from + PcapHead.RECORD, length);
      from += PcapHead.RECORD + length;
    }
    return from;
  }

  private PcapHead head = new PcapHead(java.nio.ByteOrder.LITTLE_ENDIAN, false, false, 0);

  private long time(long stamp) {
    long now = HostClock.nanos();
    offset = Math.min(offset, now - stamp);
    // A guest that was paused falls behind; nothing goes back for it.
    lastTime = Math.max(lastTime, stamp + offset);
    return lastTime;
  }

  /// Reads what is there, and ends.
  @Override
  public void close() {
    over = true;
    try {
      done.get(END_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      LOG.debug("{} was not read to its end", file);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
