// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Where console bytes are kept; a file, or in tests a disk that is full.
interface ByteSink extends Closeable {

  /// Writes at the end; may take only a part.
  void append(ByteBuffer bytes) throws IOException;

  /// Takes everything and keeps nothing.
  ByteSink NONE =
      new ByteSink() {
        @Override
        public void append(ByteBuffer bytes) {
          bytes.position(bytes.limit());
        }

        @Override
        public void close() {
          // There is nothing to close.
        }
      };

  static ByteSink of(FileChannel file) {
    return new ByteSink() {
      @Override
      public void append(ByteBuffer bytes) throws IOException {
        file.write(bytes);
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
