// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/// Cuts a byte stream into lines of bounded length.
final class QmpLines {

  /// The longest answer known, QEMU's own schema, has a tenth of this.
  static final int LONGEST = 4 << 20;

  private final ReadableByteChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(16 << 10).flip();
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  QmpLines(ReadableByteChannel channel) {
    this.channel = channel;
  }

  /// The next line without its end, or empty at the end of the stream.
  ///
  /// @throws IOException where a line exceeds the bound
  Optional<byte[]> next() throws IOException {
    while (true) {
      while (buffer.hasRemaining()) {
        byte b = buffer.get();
        if (b == '\n') {
          var bytes = line.toByteArray();
          line.reset();
          if (!isBlank(bytes)) {
            return Optional.of(bytes);
          }
        } else if (line.size() == LONGEST) {
          throw new IOException("a line of it is longer than " + LONGEST + " bytes");
        } else {
          line.write(b);
        }
      }
      buffer.clear();
      int count = channel.read(buffer);
      buffer.flip();
      if (count < 0) {
        return Optional.empty();
      }
    }
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
