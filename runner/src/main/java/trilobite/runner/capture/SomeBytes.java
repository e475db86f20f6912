// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;

/// Bytes of a file. Not by a channel, which an interrupted reader would close for everybody.
final class SomeBytes {

  private SomeBytes() {}

  /// Up to `most` bytes from `offset` on, fewer at the end.
  static ByteBuffer of(RandomAccessFile file, long offset, int most) throws IOException {
    return into(new byte[(int) Math.min(most, Math.max(0, file.length() - offset))], file, offset);
  }

  /// Bytes from `offset` on, as many as there is room for or the file has.
  static ByteBuffer into(byte[] bytes, RandomAccessFile file, long offset) throws IOException {
    file.seek(offset);
    int had = 0;
    int got = 0;
    while (had < bytes.length && (got = file.read(bytes, had, bytes.length - had)) > 0) {
      had += got;
    }
    return ByteBuffer.wrap(bytes, 0, had);
  }
}
