// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import trilobite.runner.thread.Threads;

/// Both directions of a serial console. One thread only drains it, because a reader that stalls
/// stalls the guest; another one types.
public final class ConsoleLine implements SerialLine {

  private static final int BUFFER = 64 << 10;

  /// A guest that polls its serial port sends byte by byte. Waiting this long after a small read
  /// gathers them into one, at no risk: the socket holds more than comes meanwhile.
  private static final int SMALL = 1024;

  private static final long GATHER_NANOS = 100_000;
  private static final int MOST_TYPED = 1 << 20;

  private final ByteChannel channel;
  private final ConsoleStore store;
  private final DoubleSupplier clock;
  private final CompletableFuture<Double> firstByte = new CompletableFuture<>();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private final LinkedBlockingQueue<byte[]> typed = new LinkedBlockingQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private volatile @Nullable Thread reader;

  /// Starts draining.
  ///
  /// @param clock run time in ms
  public ConsoleLine(ByteChannel channel, ConsoleStore store, DoubleSupplier clock) {
    this.channel = channel;
    this.store = store;
    this.clock = clock;
    Threads.working("console-drain", this::drain);
    Threads.waiting("console-type", this::send);
  }

  @Override
  public CompletableFuture<Double> firstByte() {
    return firstByte;
  }

  @Override
  public CompletableFuture<Void> drained() {
    return drained;
  }

  @Override
  public void wake(Thread follower) {
    reader = follower;
  }

  /// Types bytes; returns before the guest has read them.
  ///
  /// @throws IOException where the guest is gone, or reads so little that too much waits already
  @Override
  public void type(byte[] bytes) throws IOException {
    if (drained.isDone()) {
      throw new IOException("The guest's console is closed; nothing was typed.");
    }
    if (waiting.addAndGet(bytes.length) > MOST_TYPED) {
      waiting.addAndGet(-bytes.length);
      throw new IOException(
          "The guest does not read its console: too much typed text waits already. Nothing was added.");
    }
    typed.add(bytes.clone());
  }

  private void drain() {
    var buffer = ByteBuffer.allocateDirect(BUFFER);
    try {
      for (int n = channel.read(buffer); n >= 0; n = channel.read(buffer)) {
        double t = clock.getAsDouble();
        store.append(buffer.flip(), t);
        buffer.clear();
        firstByte.complete(t);
        LockSupport.unpark(reader);
        if (n < SMALL) {
          LockSupport.parkNanos(GATHER_NANOS);
        }
      }
    } catch (IOException e) {
      // QEMU is gone; what it had sent was read before.
    } finally {
      // Nobody else does where the guest ended by itself: a file for each run would stay open.
      close();
      store.close();
      drained.complete(null);
      LockSupport.unpark(reader);
    }
  }

  private void send() {
    try {
      while (!drained.isDone()) {
        var bytes = typed.poll(1, TimeUnit.SECONDS);
        if (bytes != null) {
          var buffer = ByteBuffer.wrap(bytes);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
          waiting.addAndGet(-bytes.length);
        }
      }
    } catch (IOException e) {
      // The draining thread meets the same end and tells it.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // It is being given up.
    }
  }
}
