// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.unwind;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import trilobite.runner.memory.ShiftingMemory;
import trilobite.runner.value.PathException;

/// Any memory as a kernel's tables for unwinding and as a stack, standing still or changed by the
/// guest while it is read: the walk ends, with a bounded number of frames and of readings.
public final class OrcFuzz {

  private static final int HEADER = 26;
  private static final int MOST_FRAMES = 256;
  private static final int MOST_READS = 40;

  private OrcFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) throws PathException, IOException {
    if (data.length < HEADER + Long.BYTES) {
      return;
    }
    var registers = ByteBuffer.wrap(data, 2, HEADER - 2).order(ByteOrder.LITTLE_ENDIAN);
    var memory = new ShiftingMemory(data, HEADER, data[1] & 0xff);
    var walk =
        TinyOrc.walk(
            TinyOrc.table((data[0] & 1) != 0),
            memory,
            registers.getLong(),
            registers.getLong(),
            registers.getLong(),
            (data[0] & 2) != 0);
    int frames = 1;
    while (walk.next()) {
      frames++;
    }
    assertThat(frames).isLessThanOrEqualTo(MOST_FRAMES);
    assertThat(memory.reads()).isLessThanOrEqualTo((long) frames * MOST_READS);
    walk.cut().ifPresent(why -> assertThat(why).isNotBlank());
  }
}
