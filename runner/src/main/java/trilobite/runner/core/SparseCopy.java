// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.util.function.LongConsumer;

/// Copies bytes into an empty file and leaves holes where whole blocks are zero.
final class SparseCopy {

  private static final int BLOCK = 4096;
  private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(BLOCK);

  private final FileChannel to;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(256 * BLOCK);
  private long length;
  private long stored;

  SparseCopy(FileChannel to) {
    this.to = to;
  }

  /// @param progress hears how many bytes were copied
  void all(ReadableByteChannel from, LongConsumer progress) throws IOException {
    while (from.read(buffer) >= 0) {
      if (!buffer.hasRemaining()) {
        drain();
      }
      progress.accept(length);
    }
    drain();
    if (length > to.size()) {
      to.write(ByteBuffer.allocate(1), length - 1);
    }
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      int step = Math.min(BLOCK, buffer.remaining());
      var block = buffer.slice(buffer.position(), step);
      if (!block.equals(ZEROS.slice(0, step))) {
        stored += step;
        for (long at = length; block.hasRemaining(); ) {
          at += to.write(block, at);
        }
      }
      buffer.position(buffer.position() + step);
      length += step;
    }
    buffer.clear();
  }

  long length() {
    return length;
  }

  long stored() {
    return stored;
  }
}
