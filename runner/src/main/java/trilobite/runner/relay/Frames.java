// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Finds the frames in a byte stream as QEMU's `stream` network sends it: a 4-byte big-endian
/// length, then that many bytes of an Ethernet frame.
final class Frames {

  /// QEMU's own bound for a frame, virtio header and segmented packet included.
  static final int LONGEST = (4 << 10) + (64 << 10);

  static final int PREFIX = 4;

  private Frames() {}

  /// Tells each whole frame between `from` and the limit of `bytes` to the listener.
  ///
  /// @return position behind the last whole frame
  /// @throws IOException where a length cannot be one
  static int each(ByteBuffer bytes, int from, Listener listener) throws IOException {
    int at = from;
    while (bytes.limit() - at >= PREFIX) {
      int length = bytes.getInt(at);
      if (length <= 0 || length > LONGEST) {
        throw new IOException("a frame claims a length of " + Integer.toUnsignedString(length));
      }
      if (bytes.limit() - at - PREFIX < length) {
        break;
      }
      listener.frame(bytes, at + PREFIX, length);
      at += PREFIX + length;
    }
    return at;
  }

  /// Sees frames in place; must not keep the buffer.
  @FunctionalInterface
  interface Listener {
    void frame(ByteBuffer bytes, int offset, int length);
  }
}
