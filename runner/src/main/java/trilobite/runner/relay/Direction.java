// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/// One direction of the relay: reads what there is, counts and shows the whole frames in it, hands
/// them on in one write. What it holds is bounded by its buffer; a slow receiver slows the sender.
final class Direction {

  /// Room for the longest frame and many short ones.
  private static final int BUFFER = 256 << 10;

  private static final long PATIENCE_MILLIS = 500;

  private final ByteChannel from;
  private final ByteChannel to;
  private final Frames.Listener tap;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);

  /// Held while whole frames are written, so that none of ours gets into the middle of one.
  private final ReentrantLock gate = new ReentrantLock();

  private volatile long packets;
  private volatile long bytes;
  private volatile long drops;

  private final AtomicLong injectedPackets = new AtomicLong();
  private final AtomicLong injectedBytes = new AtomicLong();

  private long seenPackets;
  private long seenBytes;

  Direction(ByteChannel from, ByteChannel to, Frames.Listener tap) {
    this.from = from;
    this.to = to;
    this.tap = tap;
  }

  long packets() {
    return packets + injectedPackets.get();
  }

  long bytes() {
    return bytes + injectedBytes.get();
  }

  long drops() {
    return drops;
  }

  /// Relays until either end closes.
  ///
  /// @throws IOException where a frame's length cannot be one, or an end fails
  void run() throws IOException {
    while (from.read(buffer) >= 0) {
      buffer.flip();
      int whole = Frames.each(buffer, 0, this::see);
      handOn(whole);
      buffer.position(whole).compact();
    }
  }

  /// Puts a frame of our own between two others.
  ///
  /// @throws IOException where the other end takes nothing for a while, or is gone
  void inject(ByteBuffer frame) throws IOException {
    if (!locked()) {
      throw new IOException("the guest's card takes no packets");
    }
    try {
      int length = frame.remaining();
      tap.frame(frame, frame.position(), length);
      write(ByteBuffer.allocate(Frames.PREFIX + length).putInt(length).put(frame).flip());
      injectedPackets.incrementAndGet();
      injectedBytes.addAndGet(length);
    } finally {
      gate.unlock();
    }
  }

  private boolean locked() throws IOException {
    try {
      return gate.tryLock(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the guest's card");
    }
  }

  private void write(ByteBuffer out) throws IOException {
    while (out.hasRemaining()) {
      to.write(out);
    }
  }

  private void see(ByteBuffer frames, int offset, int length) {
    seenPackets++;
    seenBytes += length;
    tap.frame(frames, offset, length);
  }

  private void handOn(int whole) throws IOException {
    long held = seenPackets - packets;
    var out = buffer.duplicate().limit(whole);
    gate.lock();
    try {
      write(out);
    } catch (IOException e) {
      drops = held;
      throw e;
    } finally {
      gate.unlock();
    }
    // One writer: this thread.
    bytes = seenBytes;
    packets = seenPackets;
  }
}
