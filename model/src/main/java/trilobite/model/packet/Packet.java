// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet;

import java.nio.ByteBuffer;
import java.time.Instant;

/// One captured Ethernet frame.
///
/// @param number its place among all packets kept since the run began, from 1 on
/// @param nanos wall time, in nanoseconds since 1970
/// @param t ms on the run's clock
/// @param length bytes that the frame had on the wire; a capture may hold fewer
/// @param bytes what was captured, from position 0 to its limit; read-only, may be kept
public record Packet(
    long number, long nanos, double t, Direction direction, int length, ByteBuffer bytes) {

  private static final long NANOS = 1_000_000_000L;

  public Packet {
    bytes = bytes.asReadOnlyBuffer();
  }

  /// Wall time.
  public Instant wall() {
    return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }
}
