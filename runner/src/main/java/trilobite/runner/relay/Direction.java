// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/// One direction of the relay: reads what there is, counts and shows the whole frames in it, hands
/// them on in one write. What it holds is bounded by its buffer; a slow receiver slows the sender.
final class Direction {

  /// Room for the longest frame and many short ones.
  private static final int BUFFER = 256 << 10;

  private final ByteChannel from;
  private final ByteChannel to;
  private final Frames.Listener tap;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private volatile long packets;
  private volatile long bytes;
  private volatile long drops;
  private long seenPackets;
  private long seenBytes;

  Direction(ByteChannel from, ByteChannel to, Frames.Listener tap) {
    this.from = from;
    this.to = to;
    this.tap = tap;
  }

  long packets() {
    return packets;
  }

  long bytes() {
    return bytes;
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

  private void see(ByteBuffer frames, int offset, int length) {
    seenPackets++;
    seenBytes += length;
    tap.frame(frames, offset, length);
  }

  private void handOn(int whole) throws IOException {
    long held = seenPackets - packets;
    var out = buffer.duplicate().limit(whole);
    try {
      while (out.hasRemaining()) {
        to.write(out);
      }
    } catch (IOException e) {
      drops = held;
      throw e;
    }
    // One writer: this thread.
    bytes = seenBytes;
    packets = seenPackets;
  }
}
