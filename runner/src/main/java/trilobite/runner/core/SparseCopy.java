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
    end();
  }

  private void drain() throws IOException {
    put(buffer.flip());
    buffer.clear();
  }

  /// Goes on behind a hole.
  void skip(long bytes) {
    length += bytes;
  }

  /// The file is as long as what was copied, with a hole at its end too.
  void end() throws IOException {
    if (length > to.size()) {
      to.write(ByteBuffer.allocate(1), length - 1);
    }
  }

  void put(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      int step = Math.min(BLOCK, bytes.remaining());
      var block = bytes.slice(bytes.position(), step);
      if (!block.equals(ZEROS.slice(0, step))) {
        stored += step;
        for (long at = length; block.hasRemaining(); ) {
          at += to.write(block, at);
        }
      }
      bytes.position(bytes.position() + step);
      length += step;
    }
  }

  long length() {
    return length;
  }

  long stored() {
    return stored;
  }
}
