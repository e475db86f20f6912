// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.runner.memory.Memory;

/// Remembers what was read, to read it once more: where all of it is still the same, it was so at
/// the moment between the two readings, and the value is one that existed. Readings, bytes and time
/// are bounded.
final class SteadyMemory implements Memory {

  private static final int MOST_READINGS = 20_000;
  private static final int MOST_BYTES = 4 << 20;

  private final Memory memory;
  private final LongSupplier nanos;
  private final long deadline;
  private final List<Piece> pieces = new ArrayList<>();
  private long bytes;

  private record Piece(long address, ByteBuffer bytes) {}

  /// @param nanos the monotonic clock
  /// @param patience nanoseconds that all readings may take
  SteadyMemory(Memory memory, LongSupplier nanos, long patience) {
    this.memory = memory;
    this.nanos = nanos;
    this.deadline = nanos.getAsLong() + patience;
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) throws IOException {
    bytes += length;
    if (pieces.size() >= MOST_READINGS || bytes > MOST_BYTES || nanos.getAsLong() - deadline > 0) {
      throw new SpentException();
    }
    memory.read(address, into, offset, length);
    pieces.add(
        new Piece(address, ByteBuffer.wrap(Arrays.copyOfRange(into, offset, offset + length))));
  }

  /// What has changed since it was read; empty where all of it stands as it was.
  Optional<String> changed() {
    for (var piece : pieces) {
      ByteBuffer now;
      try {
        now = memory.read(piece.address, piece.bytes.limit());
      } catch (IOException e) {
        return Optional.of("0x%x went away while it was read".formatted(piece.address));
      }
      int at = now.mismatch(piece.bytes);
      if (at >= 0) {
        return Optional.of("0x%x changed while it was read".formatted(piece.address + at));
      }
    }
    return Optional.empty();
  }

  /// The bound on readings, bytes or time is reached.
  static final class SpentException extends IOException {
    private static final long serialVersionUID = 1;

    private SpentException() {
      super("not read: one expression reads no more than this");
    }
  }
}
