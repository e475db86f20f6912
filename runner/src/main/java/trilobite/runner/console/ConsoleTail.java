// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;
import trilobite.runner.thread.Threads;

/// The console of a guest that writes it into a file: followed as it grows, never typed on.
public final class ConsoleTail implements SerialLine {

  private static final int BUFFER = 64 << 10;

  /// A look costs some microseconds.
  private static final long LOOK_NANOS = 20_000_000;

  private final Path file;
  private final ConsoleStore store;
  private final DoubleSupplier clock;
  private final String closed;
  private final CompletableFuture<Double> firstByte = new CompletableFuture<>();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean over;
  private volatile @Nullable Thread reader;

  /// Starts following; the file may not be there yet.
  ///
  /// @param clock run time in ms
  /// @param closed what to say to whoever types
  public ConsoleTail(Path file, ConsoleStore store, DoubleSupplier clock, String closed) {
    this.file = file;
    this.store = store;
    this.clock = clock;
    this.closed = closed;
    Threads.waiting("console-tail", this::follow);
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

  @Override
  public String untyped() {
    return closed;
  }

  @Override
  public void type(byte[] bytes) throws IOException {
    throw new IOException(closed);
  }

  private void follow() {
    var buffer = ByteBuffer.allocate(BUFFER);
    long at = 0;
    try {
      while (true) {
        // Asked first: what was written until then is all there.
        boolean last = over;
        long read = drain(at, buffer);
        at += read;
        if (read == 0 && last) {
          break;
        }
        if (read == 0) {
          LockSupport.parkNanos(LOOK_NANOS);
        }
      }
    } catch (IOException e) {
      // The disk that has it cannot be read; what was read is kept.
    } finally {
      store.close();
      drained.complete(null);
      LockSupport.unpark(reader);
    }
  }

  private long drain(long from, ByteBuffer buffer) throws IOException {
    if (!Files.exists(file)) {
      return 0;
    }
    long at = from;
    try (var channel = FileChannel.open(file)) {
      for (int n = channel.read(buffer, at); n > 0; n = channel.read(buffer, at)) {
        double t = clock.getAsDouble();
        store.append(buffer.flip(), t);
        buffer.clear();
        at += n;
        firstByte.complete(t);
        LockSupport.unpark(reader);
      }
    } catch (NoSuchFileException e) {
      // Whoever writes it may make it anew.
    }
    return at - from;
  }

  /// Reads what is there and ends.
  @Override
  public void close() {
    over = true;
  }
}
