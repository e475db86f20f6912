// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Bytes by address, physical or virtual. Reading never changes the guest or what the host keeps of
/// it. Safe from any thread.
@FunctionalInterface
public interface Memory {

  /// Most bytes of one read, so that no length found in a guest can ask for more.
  int MOST = 1 << 20;

  /// Copies `length` bytes from `address` on; never-touched pages read as zeros.
  ///
  /// @throws MemoryException where an address is no RAM, or not mapped
  /// @throws IOException where the guest's memory is gone
  void read(long address, byte[] into, int offset, int length) throws IOException;

  /// A little-endian view of `length` bytes, at most [#MOST].
  default ByteBuffer read(long address, int length) throws IOException {
    if (length < 0 || length > MOST) {
      throw new MemoryException(address, "a length of " + length + " bytes makes no sense");
    }
    var bytes = new byte[length];
    read(address, bytes, 0, length);
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// False where the guest has never touched the page that an address lies in; it reads as zeros.
  ///
  /// @throws MemoryException where the address is no RAM, or not mapped
  default boolean touched(long address) throws IOException {
    return true;
  }

  /// The 64-bit word at `address`.
  default long word(long address) throws IOException {
    return read(address, Long.BYTES).getLong(0);
  }
}
