// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.io.IOException;
import java.nio.ByteBuffer;
import trilobite.runner.memory.Memory;

/// A stretch of memory that was read in one go, and all the rest behind it.
record Window(Memory memory, long start, ByteBuffer bytes) implements Memory {

  private static final long MOST = 1 << 16;

  /// Where not all of the stretch can be read, none of it is, and its parts are tried one by one.
  static Memory over(Memory memory, long start, long length) throws IOException {
    try {
      return new Window(memory, start, memory.read(start, (int) Math.clamp(length, 0, MOST)));
    } catch (SteadyMemory.SpentException e) {
      throw e;
    } catch (IOException e) {
      return memory;
    }
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) throws IOException {
    long at = address - start;
    if (at >= 0 && at <= bytes.limit() - length) {
      bytes.get((int) at, into, offset, length);
    } else {
      memory.read(address, into, offset, length);
    }
  }
}
