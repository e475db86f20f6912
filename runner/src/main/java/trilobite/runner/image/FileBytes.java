// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Pieces of a file, read where they are asked for. No piece is larger than it may be, and none
/// reaches beyond the file's end. Not mapped: a file that shrinks meanwhile gives an error, not a
/// signal.
public final class FileBytes implements AutoCloseable {

  private final Path file;
  private final FileChannel channel;
  private final long size;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

  public FileBytes(Path file) throws IOException {
    this.file = file;
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      this.size = channel.size();
    } catch (ClosedByInterruptException e) {
      throw interrupted(file, e);
    }
  }

  public long size() {
    return size;
  }

  public void order(ByteOrder order) {
    this.order = order;
  }

  /// @param what names the piece in the error
  /// @param most the largest length that makes sense for it
  public ByteBuffer piece(String what, long offset, long length, int most) throws IOException {
    if (length < 0 || length > most) {
      throw new ImageException(
          "%s: %s of %d bytes makes no sense".formatted(file.getFileName(), what, length));
    }
    if (offset < 0 || offset > size - length) {
      throw new ImageException(
          "%s: %s lies beyond the end of the file".formatted(file.getFileName(), what));
    }
    var buffer = ByteBuffer.allocate((int) length);
    while (buffer.hasRemaining()) {
      if (read(buffer, offset + buffer.position()) < 0) {
        throw new ImageException(file.getFileName() + " became shorter while it was read");
      }
    }
    return buffer.flip().order(order);
  }

  private int read(ByteBuffer into, long at) throws IOException {
    try {
      return channel.read(into, at);
    } catch (ClosedByInterruptException e) {
      throw interrupted(file, e);
    }
  }

  /// Java's own says nothing.
  private static IOException interrupted(Path file, ClosedByInterruptException e) {
    return new IOException("reading " + file.getFileName() + " was interrupted", e);
  }

  /// The first bytes of the file, at most `most`.
  public ByteBuffer head(int most) throws IOException {
    return from(0, most);
  }

  /// What the file has from an offset on, at most so many bytes; empty beyond its end.
  public ByteBuffer from(long offset, int most) throws IOException {
    var length = offset < 0 || offset >= size ? 0 : Math.min(size - offset, most);
    return piece("what it holds", length == 0 ? 0 : offset, length, most);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
